package org.maquete.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No input crashes or hangs the reader, and what it says stays inside the document. */
final class RunbookRobustnessTest {
    private static final Path FUZZ = Path.of("src/test/resources/fuzz/runbook");
    private static final Path GOLDENS = Path.of("src/test/resources/golden/runbook");
    private static final String SIGNS = " \n\t\\'\"`$(){}<>|&;#!=~*-:[]XY0.aé“‘\u00a0\r";
    private static final int LONG = 100_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$(",
                "(",
                "{ ",
                "`",
                "'",
                "\"",
                "\"$(",
                "\\",
                "\\ ",
                "\\\n",
                "\\`",
                "${",
                "${a:-",
                "$((",
                "<<A ",
                "<<A\n",
                "<",
                "<a",
                "<<<",
                ">(",
                "for a in b; do ",
                "if a; then ",
                "case a in b) ",
                "function a ",
                "a() ",
                "a && ",
                "a | ",
                "! ",
                "A=(",
                "[[ ",
                "XXX",
                "1.X.",
                "{{",
                "“",
                "‘",
                "a; ",
                "a\n",
                "don't\n",
                "`a\n",
                "<<A '\n",
                "\u00a0",
                "a=",
                "# ",
                "> ",
                "- ",
                "```\n",
                "```bash\n",
                "    ```\n",
                "a: [",
                "a:\n",
                "- a:\n",
                "* ",
                "1. ",
                "`a.yaml`",
                "[a](",
                "&",
                "|&",
                "2>&1 ",
                "$'",
                "$\"",
                ";;",
                "done\n",
                "time "
            })
    void endsOnLongRepetitions(String piece) {
        String text = piece.repeat(LONG / piece.length());

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    check("a.sh", text);
                    check("a.md", text);
                    check("a.md", "```bash\n" + text);
                    check("a.md", "```\n" + text + "\n```\n");
                });
    }

    @Test
    void survivesEveryPrefixOfTheCorpus() throws IOException {
        for (String text : corpus()) {
            int stride = Math.max(1, text.length() / 700);
            for (int end = 0; end < text.length(); end += stride) {
                check("a.md", text.substring(0, end));
                check("a.sh", text.substring(0, end));
            }
        }
    }

    @Test
    void survivesRandomBytes() {
        SplittableRandom random = new SplittableRandom(20_251);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            check("a.sh", text);
            check("a.md", "```bash\n" + text);
        }
    }

    @Test
    void survivesRandomSigns() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(80);
            for (int i = 0; i < length; i++) {
                text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            check("a.sh", text.toString());
        }
    }

    @Test
    void survivesRandomChangesOfTheCorpus() throws IOException {
        SplittableRandom random = new SplittableRandom(42);
        List<String> corpus = corpus();
        for (int round = 0; round < 4_000; round++) {
            StringBuilder text = new StringBuilder(corpus.get(random.nextInt(corpus.size())));
            int changeCount = 1 + random.nextInt(8);
            for (int i = 0; i < changeCount; i++) {
                change(text, random);
            }
            check(random.nextBoolean() ? "a.md" : "a.sh", text.toString());
        }
    }

    private static void change(StringBuilder text, SplittableRandom random) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(12));
        char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
        switch (random.nextInt(3)) {
            case 0 -> text.insert(at, sign);
            case 1 -> text.delete(at, end);
            default -> text.replace(at, end, text.substring(0, Math.min(at, 10)) + sign);
        }
    }

    @Test
    void boundsTheHeightOfTheTree() {
        String chain = "a && ".repeat(49);
        String text = "a && ".repeat(450) + ("{ " + chain).repeat(49) + "a" + "; }".repeat(49);
        String left = "{ ".repeat(49) + "a" + ("; }" + " && a".repeat(45)).repeat(49);

        check("a.sh", text);
        check("a.sh", left);
        assertThat(RunbookReader.read("a.sh", left)).isEqualTo(RunbookReader.read("a.sh", left));
    }

    @Test
    void readsTheSameTwice() throws IOException {
        for (String text : corpus()) {
            assertThat(RunbookReader.read("a.md", text))
                    .isEqualTo(RunbookReader.read("a.md", text));
        }
    }

    private static void check(String name, String text) {
        Script script = RunbookReader.read(name, text);

        int lineCount = 1 + text.split("\r\n|\r|\n", -1).length;
        for (Statement statement : script.statements()) {
            assertThat(statement.place().line()).isBetween(1, lineCount);
            assertThat(statement.place().column()).isPositive();
        }
        for (Note note : script.notes()) {
            assertThat(note.place().line()).isBetween(0, lineCount);
        }
        assertThat(ScriptListing.of(script)).isNotNull();
    }

    private static List<String> corpus() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path root : List.of(FUZZ, GOLDENS)) {
            try (Stream<Path> found = Files.walk(root)) {
                for (Path path : found.filter(Files::isRegularFile).sorted().toList()) {
                    texts.add(Files.readString(path));
                }
            }
        }
        return texts;
    }
}
