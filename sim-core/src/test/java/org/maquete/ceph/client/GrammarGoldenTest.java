package org.maquete.ceph.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compares with what the real client's own functions make of lines. */
final class GrammarGoldenTest {

    private static final Path ANSWERS =
            Path.of("src/test/resources/golden/ceph-client/grammar/answers.txt");

    @Test
    void understandsWhatTheRealClientUnderstands() throws IOException {
        List<String> differences = new ArrayList<>();
        int lineCount = 0;

        for (String each : ("\n" + Files.readString(ANSWERS)).split("\n\\$ ", -1)) {
            if (each.isBlank()) {
                continue;
            }
            lineCount++;
            String line = each.lines().findFirst().orElseThrow();
            String expected = each.substring(line.length()).strip();
            Understood found = Grammar.bundled().understand(List.of(line.split(" ", -1)));
            String answer = found.isRight() ? values(found) : found.complaint().strip();
            String wanted = expected.startsWith("= ") ? plain(expected.substring(2)) : expected;
            if (!answer.equals(wanted)) {
                differences.add(line + "\n  expected " + wanted + "\n  found    " + answer);
            }
        }

        assertThat(differences).isEmpty();
        assertThat(lineCount).isGreaterThan(90);
    }

    private static String values(Understood found) {
        TreeMap<String, String> all = new TreeMap<>();
        all.put("prefix", found.prefix());
        for (String name : found.values().keySet()) {
            all.put(name, String.join(",", found.all(name)));
        }
        return all.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining("; "));
    }

    /** The JSON of the recording without its marks. */
    private static String plain(String json) {
        return json.replaceAll("^\\{|\\}$", "")
                .replaceAll(", \"([a-z0-9_]+)\": ", "; \"$1\": ")
                .replaceAll("\"([a-z0-9_]+)\": ", "$1=")
                .replaceAll("\", \"", ",")
                .replaceAll("[\\[\\]\"]", "");
    }
}
