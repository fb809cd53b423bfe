package org.maquete.maas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NodeStatusTest {

    @Test
    void has23StatusesNumberedAsInTheApi() {
        assertThat(NodeStatus.values()).hasSize(23);
        assertThat(NodeStatus.READY.code()).isEqualTo(4);
        assertThat(NodeStatus.FAILED_TESTING.code()).isEqualTo(22);
    }

    @Test
    void namesEveryTargetOfItsTable() {
        long moves =
                Arrays.stream(NodeStatus.values())
                        .mapToLong(from ->
                                Arrays.stream(NodeStatus.values()).filter(from::mayBecome).count())
                        .sum();

        // node_status.py of MAAS 3.5: the sum over the 23 rows of its table
        assertThat(moves).isEqualTo(171);
    }

    @Test
    void allowsOnlyWhatMaasAllows() {
        assertThat(NodeStatus.READY.mayBecome(NodeStatus.ALLOCATED)).isTrue();
        assertThat(NodeStatus.READY.mayBecome(NodeStatus.DEPLOYING)).isFalse();
        assertThat(NodeStatus.DEPLOYED.mayBecome(NodeStatus.DEPLOYING)).isFalse();
        assertThat(NodeStatus.DISK_ERASING.mayBecome(NodeStatus.DISK_ERASING)).isTrue();
    }

    @Test
    void keepsTheIrregularNames() {
        assertThat(NodeStatus.FAILED_RELEASING.text()).isEqualTo("Releasing failed");
        assertThat(NodeStatus.FAILED_EXITING_RESCUE_MODE.text())
                .isEqualTo("Failed to exit rescue mode");
        assertThat(NodeStatus.named("ready")).contains(NodeStatus.READY);
        assertThat(NodeStatus.named("Redy")).isEmpty();
    }
}
