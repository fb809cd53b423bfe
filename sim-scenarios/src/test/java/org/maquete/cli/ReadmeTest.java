package org.maquete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maquete.lab.LabReader;
import org.maquete.lab.LabReading;

/** Every command that the README shows and that ends by itself, typed as it stands there. */
final class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");
    private static final String HERE = "src/main/resources/org/maquete";

    /** They open a window, or are not ours. */
    private static final List<String> LEFT_OUT = List.of("./maquete gui", "mvn verify");

    @TempDir Path folder = Path.of("");

    @Test
    void showsCommandsThatDoWhatItSays() throws IOException {
        List<String> typed = new ArrayList<>();
        for (String block : fences("sh")) {
            for (String line : block.split("\n", -1)) {
                if (line.startsWith("./maquete") && !LEFT_OUT.contains(line)) {
                    typed.add(line);
                    check(line);
                }
            }
        }

        assertThat(typed).as("the README shows how to use it").hasSizeGreaterThan(10);
    }

    /** The first check of the README finds mistakes, as it says; all else goes through. */
    private void check(String line) throws IOException {
        int redirect = line.indexOf(" > ");
        String command = redirect < 0 ? line : line.substring(0, redirect);
        Ended ended = run(words(command));

        boolean finds = line.contains("first-night") || line.equals("./maquete check");
        assertThat(ended.exit()).as(line + "\n" + ended.err()).isEqualTo(finds ? 1 : 0);
        assertThat(ended.out()).as(line).isNotEmpty();
        assertThat(ended.err()).as(line).doesNotContain("Exception");
        if (redirect >= 0) {
            Files.writeString(folder.resolve(line.substring(redirect + 3)), ended.out());
        }
    }

    /** The words as the shell gives them; 200 runs become 3. */
    private List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (char c : (command + " ").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ' ' && !quoted) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        words.replaceAll(each -> each.replace("$here", HERE));
        words.replaceAll(each -> each.replaceAll("(^|[:,])sim-core/", "$1../sim-core/"));
        words.replaceAll(each -> each.equals("200") ? "3" : each);
        words.replaceAll(
                each -> each.equals("status.json") ? folder.resolve(each).toString() : each);
        return words.subList(1, words.size());
    }

    @Test
    void showsDurationsThatALabMayHave() throws IOException {
        for (String block : fences("yaml")) {
            String lab = Bundled.lab().text() + "\n" + block;

            LabReading reading = LabReader.read("lab.yaml", lab, PlanReader.model().spans());

            assertThat(reading).as(block).isInstanceOf(LabReading.Read.class);
        }
    }

    @Test
    void namesFilesThatAreThere() throws IOException {
        String text = Files.readString(README);
        int at = text.indexOf("](");
        while (at >= 0) {
            String link = text.substring(at + 2, text.indexOf(')', at));
            assertThat(link.startsWith("http") || Files.exists(Path.of("..", link)))
                    .as(link)
                    .isTrue();
            at = text.indexOf("](", at + 1);
        }
    }

    private static List<String> fences(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        String[] parts = Files.readString(README).split("```", -1);
        for (int i = 1; i < parts.length; i += 2) {
            if (parts[i].startsWith(language + "\n")) {
                blocks.add(parts[i].substring(language.length() + 1));
            }
        }
        return blocks;
    }

    private static Ended run(List<String> arguments) {
        return Ended.of(arguments);
    }
}
