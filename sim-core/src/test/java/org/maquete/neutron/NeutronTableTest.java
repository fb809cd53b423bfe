package org.maquete.neutron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Prints as the real client did; UUIDs and times are masked on both sides. */
class NeutronTableTest {

    private static final String RESOURCE = "/golden/neutron/tables/expected.txt";

    @Test
    void printsTheRecordedTables() throws IOException {
        NeutronBench bench = NeutronBench.ready();
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();

        for (String block : blocks()) {
            int end = block.indexOf('\n');
            String line = block.substring(0, end);
            if (line.startsWith("security group rule")
                    && NeutronView.groups(bench.world()).size() < 2) {
                bench.type("security group create Allow_SSH");
            }
            expected.add(masked(block));
            actual.add(masked(line + "\n" + bench.answer(line).stdout()));
        }

        assertThat(expected).hasSize(9);
        assertThat(actual).isEqualTo(expected);
    }

    private static List<String> blocks() throws IOException {
        try (InputStream in = NeutronTableTest.class.getResourceAsStream(RESOURCE)) {
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.substring(2).split("\n\\$ "))
                    .map(block -> block.endsWith("\n") ? block : block + "\n")
                    .toList();
        }
    }

    private static String masked(String text) {
        return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UUID")
                .replaceAll("20[0-9-]{8}T[0-9:]{8}Z", "TIME");
    }
}
