package org.maquete.maas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.maquete.kernel.Refusal;

class NodeStatusTest {

    @Test
    void hasTheStatusesOfMaasWithTheirNumbersAndTexts() throws IOException {
        List<String> ours =
                Arrays.stream(NodeStatus.values())
                        .map(s -> s.code() + " " + s.name() + ": " + s.text())
                        .toList();

        assertThat(ours).isEqualTo(lines("/golden/maas/node-transitions/statuses.txt"));
    }

    @Test
    void allowsOfAllPairsExactlyWhatMaasAllows() throws IOException {
        TreeMap<String, List<String>> table = table();
        int pairs = 0;
        for (NodeStatus from : NodeStatus.values()) {
            for (NodeStatus to : NodeStatus.values()) {
                assertThat(from.mayBecome(to))
                        .as("%s to %s", from, to)
                        .isEqualTo(table.getOrDefault(from.name(), List.of()).contains(to.name()));
                pairs++;
            }
            assertThat(from.mayBeFirst())
                    .as("first: %s", from)
                    .isEqualTo(table.getOrDefault("(created)", List.of()).contains(from.name()));
        }
        assertThat(pairs).isEqualTo(529);
    }

    @Test
    void refusesAMoveInTheWordsOfMaas() {
        assertThat(NodeStatus.DEPLOYING.refusal(NodeStatus.ENTERING_RESCUE_MODE))
                .isEqualTo(
                        Refusal.of(
                                "409", "Invalid transition: Deploying -> Entering rescue mode."));
        assertThat(NodeStatus.FAILED_RELEASING.refusal(NodeStatus.DEPLOYED).message())
                .isEqualTo("Invalid transition: Releasing failed -> Deployed.");
    }

    @Test
    void findsAStatusByItsTextInAnyCase() {
        assertThat(NodeStatus.named("ready")).contains(NodeStatus.READY);
        assertThat(NodeStatus.named("Redy")).isEmpty();
    }

    private static TreeMap<String, List<String>> table() throws IOException {
        TreeMap<String, List<String>> table = new TreeMap<>();
        for (String line : lines("/golden/maas/node-transitions/transitions.txt")) {
            int colon = line.indexOf(": ");
            table.put(line.substring(0, colon), List.of(line.substring(colon + 2).split(" ")));
        }
        return table;
    }

    private static List<String> lines(String path) throws IOException {
        try (InputStream in = NodeStatusTest.class.getResourceAsStream(path)) {
            byte[] bytes = Objects.requireNonNull(in, path).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        }
    }
}
