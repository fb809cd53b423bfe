package org.maquete.juju.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** JSON and YAML as Go's libraries write them. */
class GoWritersTest {

    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    @Test
    void writesJsonOnOneLineWithGosEscapes() {
        Object tree =
                map(
                        "a",
                        List.of(1, true, "x<y & \"z\"\n"),
                        "b",
                        map(),
                        "c",
                        List.of(),
                        "d",
                        "\u0001");

        assertThat(GoJsonWriter.write(tree))
                .isEqualTo(
                        "{\"a\":[1,true,\"x\\u003cy \\u0026 \\\"z\\\"\\n\"],\"b\":{},\"c\":[],"
                                + "\"d\":\"\\u0001\"}");
    }

    @Test
    void writesListsAsDeepAsTheKeyAboveThem() {
        Object tree =
                map(
                        "list", List.of("a", "b"),
                        "pairs", List.of(List.of("a:b", "c:d"), List.of("e:f", "g:h")),
                        "maps", List.of(map("x", 1, "y", List.of("z"))),
                        "none", List.of(),
                        "empty", map(),
                        "0", true);

        assertThat(GoYamlWriter.write(tree))
                .isEqualTo(
                        """
                        list:
                        - a
                        - b
                        pairs:
                        - - a:b
                          - c:d
                        - - e:f
                          - g:h
                        maps:
                        - x: 1
                          "y":
                          - z
                        none: []
                        empty: {}
                        "0": true
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            quoteCharacter = '~',
            value = {
                "active | active",
                "0/lxd/2 | 0/lxd/2",
                "3.6.26 | 3.6.26",
                "05 Jan 2026 08:00:00Z | 05 Jan 2026 08:00:00Z",
                "2026-01-05 08:00:00Z | 2026-01-05 08:00:00Z",
                "22.04 | \"22.04\"",
                "0 | \"0\"",
                "0x1f | \"0x1f\"",
                "1e3 | \"1e3\"",
                "yes | \"yes\"",
                "null | \"null\"",
                "2026-01-05 | \"2026-01-05\"",
                "12:30:45 | \"12:30:45\"",
                "a: b | 'a: b'",
                "it's: | 'it''s:'",
                "it's | it's",
                "- a | '- a'",
                "-a | -a",
                "*x | '*x'",
                "a #b | 'a #b'"
            })
    void quotesWhatWouldBeReadAsSomethingElse(String text, String written) {
        assertThat(GoYamlWriter.write(map("k", text))).isEqualTo("k: " + written + "\n");
    }

    @Test
    void foldsLongLinesAtABlankBeyondTheEightiethColumn() {
        String message =
                "Unit is ready: Mode: R/O, Cluster is ONLINE and can tolerate up to ONE failure.";

        assertThat(GoYamlWriter.write(map("units", map("message", message))))
                .isEqualTo(
                        "units:\n  message: 'Unit is ready: Mode: R/O, Cluster is ONLINE and can"
                                + " tolerate up to ONE\n    failure.'\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"one\ntwo\n", "one\ntwo", "one\n\n", " lead\nx", "a\tb", "a \nb", "", "~"})
    void readsBackWhatItWrote(String text) {
        String written = GoYamlWriter.write(map("k", map("in", text)));

        Object read = new Load(LoadSettings.builder().build()).loadFromString(written);

        assertThat(read).isEqualTo(map("k", map("in", text)));
    }
}
