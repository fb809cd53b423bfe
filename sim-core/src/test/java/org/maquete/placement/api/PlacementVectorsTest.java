package org.maquete.placement.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.Recording;

/**
 * Compares our Placement with recorded conversations with the real one: statuses and bodies.
 *
 * <p>{@code -Dmaquete.live.placement=conversations.jsonl} compares freshly recorded ones.
 */
final class PlacementVectorsTest {

    private static final String RECORDED = "openstack/placement_vectors.jsonl.gz";

    /** Sharing providers: one that is a child, and candidates that differ in their anchor alone. */
    private static final String RECORDED_SHARING = "openstack/placement_sharing.jsonl.gz";

    private static List<String> differences(List<String> lines) {
        List<String> differences = new ArrayList<>();
        for (String line : lines) {
            differences.addAll(PlacementVectors.replay(line).differences());
        }
        return differences;
    }

    @Test
    void agreesWithEveryRecordedStep() {
        List<String> lines = Recording.lines(RECORDED);

        assertThat(lines.stream().mapToInt(line -> PlacementVectors.replay(line).stepCount()).sum())
                .isEqualTo(4372);
        assertThat(differences(lines)).isEmpty();
    }

    @Test
    void agreesWhereTheOrderOfASetDecides() {
        assertThat(differences(Recording.lines(RECORDED_SHARING))).isEmpty();
    }

    @Test
    void agreesWithTheConversationsOfThisRun() {
        List<String> lines = Recording.live("maquete.live.placement", RECORDED);

        assertThat(lines).isNotEmpty();
        assertThat(differences(lines)).isEmpty();
    }

    @Test
    void seesAStepThatDiffers() {
        String line = Recording.lines(RECORDED).getFirst();

        assertThat(differences(List.of(line.replaceFirst("\"status\":200", "\"status\":201"))))
                .hasSize(1);
    }
}
