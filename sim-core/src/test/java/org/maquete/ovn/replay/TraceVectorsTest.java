package org.maquete.ovn.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Compares our pipeline with what ovn-trace answered.
 *
 * <p>{@code -Dmaquete.live.ovn=FOLDER} compares what the recorder {@code ovn_trace.py} has just
 * written there.
 */
final class TraceVectorsTest {

    private static final Path VECTORS = Path.of("src/test/resources/vectors");
    private static final Path LAB = VECTORS.resolve("ovn");
    private static final Path RANDOM = VECTORS.resolve("ovn-random");

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException("expected the recording " + path, e);
        }
    }

    private static Optional<Topology> topology(Path folder, String name) {
        String file = name + ".json";
        return Optional.of(
                new Topology(
                        text(folder.resolve("topologies").resolve(file)),
                        text(folder.resolve("nb").resolve(file))));
    }

    private static TraceVectors.Agreement replay(Path folder, String vectors) {
        Map<String, Optional<Topology>> read = new LinkedHashMap<>();
        return TraceVectors.replay(
                vectors, name -> read.computeIfAbsent(name, each -> topology(folder, each)));
    }

    private static TraceVectors.Agreement replay(Path folder) {
        return replay(folder, text(folder.resolve("vectors.json")));
    }

    @Test
    void agreesAboutTheLabAndTheLoadBalancer() {
        TraceVectors.Agreement agreement = replay(LAB);

        assertThat(agreement.differences()).isEmpty();
        assertThat(agreement.caseCount()).isEqualTo(32);
    }

    @Test
    void agreesAboutRandomPacketsOnRandomNetworks() {
        TraceVectors.Agreement agreement = replay(RANDOM);

        assertThat(agreement.differences()).isEmpty();
        assertThat(agreement.caseCount()).isGreaterThan(300);
    }

    /** Ten networks that a naive model gets wrong: groups, translation, two routers and so on. */
    @Test
    void agreesAboutTheNetworksWithAName() {
        TraceVectors.Agreement agreement = replay(VECTORS.resolve("ovn-named"));

        assertThat(agreement.differences()).isEmpty();
        assertThat(agreement.caseCount()).isEqualTo(147);
    }

    @Test
    void agreesWithTheAnswersOfThisRun() {
        TraceVectors.Agreement agreement =
                replay(Path.of(System.getProperty("maquete.live.ovn", LAB.toString())));

        assertThat(agreement.differences()).isEmpty();
        assertThat(agreement.caseCount()).isPositive();
    }

    @Test
    void seesAVerdictAPortAndAFieldThatDiffer() {
        String vectors = text(LAB.resolve("vectors.json"));

        List<String> verdict =
                replay(
                                LAB,
                                vectors.replaceFirst(
                                        "\"verdict\": \"deliver\"", "\"verdict\": \"drop\""))
                        .differences();
        List<String> port =
                replay(LAB, vectors.replaceFirst("\"port\": \"lb\"", "\"port\": \"db\""))
                        .differences();
        List<String> field =
                replay(LAB, vectors.replaceFirst("\"ttl\": 254", "\"ttl\": 253")).differences();

        assertThat(verdict).singleElement().asString().contains("expected verdict drop");
        assertThat(port).singleElement().asString().contains("expected outputs [db], found [lb]");
        assertThat(field).singleElement().asString().contains("expected ttl 253");
    }

    @Test
    void saysWhichRuleDropped() {
        String vectors = text(LAB.resolve("vectors.json"));

        List<String> differences =
                replay(LAB, vectors.replaceFirst("@neutron_pg_drop && ip", "@another && ip"))
                        .differences();

        assertThat(differences)
                .singleElement()
                .asString()
                .contains("found outport == @neutron_pg_drop && ip");
    }
}
