package org.maquete.juju.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.maquete.runbook.PlainYaml;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The fast reader beside the library: what it reads, it reads as the library does. */
class PlainYamlTest {

    private static final CharmTexts TEXTS = new Resources();
    private static final String LAB =
            """
            # a lab
            format: lab-inventory/1
            clouds: []
            maas:
              version: "3.5"
              dynamic_range: [172.16.0.100, 172.16.0.200]       # handed out
              reserved_ranges:
                - [172.16.7.0, 172.16.8.255]

            machines:
              # the controller
              - name: server1
                tags: [juju]
                nics:
                  - {name: enp1s0, mac: "52:54:00:03:01:01", subnet: 172.16.0.0/20}
                disks:
                  - {name: /dev/sda, gb: 240, role: boot}
                  - name: /dev/sdb
                    gb: 240
              - name: server2
            """;

    @Test
    void readsMostCharmsAsTheLibraryDoes() {
        int read = 0;
        for (String charm : TEXTS.names()) {
            Optional<Node> plain = PlainYaml.read(TEXTS.text(charm));
            read += plain.isPresent() ? 1 : 0;
            plain.ifPresent(node ->
                    assertThat(Optional.of(print(node))).isEqualTo(library(TEXTS.text(charm))));
        }

        assertThat(read).isGreaterThan(TEXTS.names().size() - 4);
    }

    @Test
    void readsAListOfMappings() {
        assertThat(PlainYaml.read(LAB).map(PlainYamlTest::print))
                .isEqualTo(library(LAB))
                .isPresent();
    }

    @Test
    void neverReadsWhatTheLibraryReadsOtherwise() {
        SplittableRandom random = new SplittableRandom(1);
        String letters = "a- :#,[]{}\"'\n&*!|>%@`?\\\t.~=0";
        int read = 0;
        for (int i = 0; i < 6000; i++) {
            String charm = TEXTS.names().get(random.nextInt(TEXTS.names().size()));
            String text = random.nextBoolean() ? LAB : TEXTS.text(charm);
            int start = random.nextInt(text.length());
            StringBuilder mutant =
                    new StringBuilder(text.substring(0, Math.min(text.length(), start + 300)));
            for (int n = random.nextInt(1, 4); n > 0; n--) {
                int at = random.nextInt(mutant.length());
                char letter = letters.charAt(random.nextInt(letters.length()));
                switch (random.nextInt(3)) {
                    case 0 -> mutant.insert(at, letter);
                    case 1 -> mutant.setCharAt(at, letter);
                    default -> mutant.deleteCharAt(at);
                }
            }
            Optional<Node> plain = PlainYaml.read(mutant.toString());
            if (plain.isPresent()) {
                read++;
                assertThat(library(mutant.toString()))
                        .as(mutant.toString())
                        .isEqualTo(Optional.of(print(plain.get())));
            }
        }

        assertThat(read).isGreaterThan(500);
    }

    @Test
    void leavesAloneWhatIsNotPlain() {
        List<String> others =
                List.of("", "a: &x b", "a: |\n  b", "- - a", "a: \"\\t\"", "a: 'it''s'", "x");
        for (String text : others) {
            assertThat(PlainYaml.read(text)).as(text).isEmpty();
        }
        assertThat(PlainYaml.read("a: " + "[".repeat(100_000))).isEmpty();
    }

    private static Optional<String> library(String text) {
        try {
            for (Node node : YamlFields.compose("x").composeAllFromString(text)) {
                return Optional.of(print(node));
            }
        } catch (YamlEngineException broken) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static String print(Node node) {
        return switch (node) {
            case ScalarNode scalar ->
                    (scalar.getScalarStyle() == ScalarStyle.PLAIN ? "" : "quoted ")
                            + "'"
                            + scalar.getValue()
                            + "'";
            case SequenceNode list -> {
                StringJoiner all = new StringJoiner(", ", "[", "]");
                list.getValue().forEach(item -> all.add(print(item)));
                yield all.toString();
            }
            case MappingNode map -> {
                StringJoiner all = new StringJoiner(", ", "{", "}");
                map.getValue()
                        .forEach(entry ->
                                all.add(
                                        print(entry.getKeyNode())
                                                + ": "
                                                + print(entry.getValueNode())));
                yield all.toString();
            }
            default -> throw new IllegalStateException("expected a node, found " + node);
        };
    }
}
