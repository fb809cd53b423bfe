package org.maquete.nova.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maquete.Recording;

/**
 * Compares our scheduler with recorded decisions of the real one, to the last bit of a weight.
 *
 * <p>{@code -Dmaquete.live.scheduler=cases.jsonl} compares freshly recorded ones.
 */
final class SchedulerVectorsTest {

    private static final String RECORDED = "openstack/scheduler_vectors.jsonl.gz";

    private static List<String> differences(List<String> lines) {
        return lines.stream().map(SchedulerVectors::difference).flatMap(Optional::stream).toList();
    }

    @Test
    void agreesWithEveryRecordedDecision() {
        List<String> lines = Recording.lines(RECORDED);

        assertThat(lines).hasSize(329);
        assertThat(differences(lines)).isEmpty();
    }

    @Test
    void agreesWithTheDecisionsOfThisRun() {
        List<String> lines = Recording.live("maquete.live.scheduler", RECORDED);

        assertThat(lines).isNotEmpty();
        assertThat(differences(lines)).isEmpty();
    }

    @Test
    void seesADecisionThatDiffers() {
        String line = Recording.lines(RECORDED).getFirst();

        assertThat(SchedulerVectors.difference(line.replace("\"node1\",3.0", "\"node1\",3.5")))
                .hasValueSatisfying(text -> assertThat(text).startsWith("compute-000: weighed"));
        assertThat(SchedulerVectors.difference("{")).isPresent();
    }
}
