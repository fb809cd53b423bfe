package org.maquete.ovn.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Compares sequences of packets with what Open vSwitch's userspace datapath did under OVN 23.03.1,
 * recorded by {@code ovn_datapath.py}. Among them are the two things in which ovn-trace differs
 * from the datapath and ours follows the datapath: a pair that is a network, and the source of a
 * hairpin.
 */
final class SequencesTest {

    private static final Path FOLDER =
            Path.of(
                    System.getProperty(
                            "maquete.live.datapath", "src/test/resources/vectors/ovn-datapath"));

    private static String text(String path) {
        try {
            return Files.readString(FOLDER.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException("expected the recording " + path, e);
        }
    }

    private static TraceVectors.Agreement replay(String sequences) {
        return Sequences.replay(
                sequences,
                name ->
                        Optional.of(
                                new Topology(
                                        text("topologies/" + name + ".json"),
                                        text("nb/" + name + ".json"))));
    }

    @Test
    void receivesWhatTheRealDatapathReceived() {
        TraceVectors.Agreement agreement = replay(text("sequences.json"));

        assertThat(agreement.differences()).isEmpty();
        assertThat(agreement.caseCount()).isGreaterThanOrEqualTo(40);
    }

    @Test
    void followsTheDatapathWhereOvnTraceDiffers() {
        assertThat(text("sequences.json"))
                .contains("from a pair that is a network")
                .contains("the member to its own VIP: from the VIP");
    }

    @Test
    void seesAFieldThatDiffers() {
        String changed = text("sequences.json").replaceFirst("\"ttl\": 63", "\"ttl\": 62");

        assertThat(replay(changed).differences()).singleElement().asString().contains("ttl=62");
    }
}
