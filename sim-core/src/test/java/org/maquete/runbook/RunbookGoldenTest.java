package org.maquete.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole documents against the listing of what was read from them. */
final class RunbookGoldenTest {
    private static final Path GOLDENS = Path.of("src/test/resources/golden/runbook");

    static List<Path> cases() throws IOException {
        try (Stream<Path> found = Files.list(GOLDENS)) {
            return found.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsTheDocumentAsListed(Path directory) throws IOException {
        Path input = input(directory);
        Path expected = directory.resolve("expected.txt");

        Script script = RunbookReader.read(input.getFileName().toString(), Files.readString(input));

        String listing = ScriptListing.of(script);
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(expected, listing);
        }
        assertThat(listing).isEqualTo(Files.readString(expected));
        assertThat(directory.resolve("SOURCE")).isNotEmptyFile();
    }

    private static Path input(Path directory) throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.filter(path -> path.getFileName().toString().startsWith("input."))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
