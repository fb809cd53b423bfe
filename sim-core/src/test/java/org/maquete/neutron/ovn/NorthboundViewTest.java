package org.maquete.neutron.ovn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.maquete.ovn.nb.Northbound;
import org.maquete.ovn.nb.NorthboundReader;
import org.maquete.ovn.pipeline.Packet;
import org.maquete.ovn.pipeline.Tracer;
import org.maquete.ovn.pipeline.Verdict;
import tools.jackson.databind.JsonNode;

/** Compares our rows with those that the real driver wrote for the same objects. */
final class NorthboundViewTest {

    private static final Path VECTORS = Path.of("src/test/resources/vectors/ovn");

    private static String text(String folder, String name) {
        Path path = VECTORS.resolve(folder).resolve(name + ".json");
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException("expected the recording " + path, e);
        }
    }

    private static SortedMap<String, String> ours(RecordedCloud cloud) {
        NeutronObjects objects = NeutronObjects.of(cloud.world());
        return RowFields.of(NorthboundView.of(objects, cloud.options(), cloud.chassis()));
    }

    /** The recorded rows under the names that our world draws for what it keeps no row of. */
    private static SortedMap<String, String> recorded(RecordedCloud cloud, String name) {
        String json = text("nb", name);
        for (JsonNode network : cloud.root().path("networks")) {
            String drawn = DrawnIds.uuid(RecordedCloud.text(network, "id"), "segment");
            String segment = RecordedCloud.text(network, "segment_id");
            json = segment.isEmpty() ? json : json.replace(segment, drawn);
        }
        Northbound rows = NorthboundReader.read(json);
        return RowFields.of(rows);
    }

    private static void compare(String name) {
        RecordedCloud cloud = new RecordedCloud(text("topologies", name));

        SortedMap<String, String> ours = ours(cloud);

        assertThat(ours).containsExactlyEntriesOf(recorded(cloud, name));
        assertThat(ours).hasSizeGreaterThan(300);
    }

    @Test
    void writesTheRowsOfTheLabAsTheRealDriver() {
        compare("t1-lab");
    }

    @Test
    void writesTheRowsUnderALoadBalancerAsTheRealDriver() {
        compare("t6-lb");
    }

    /** What a port sends to another of its network, from its own addresses. */
    private static Packet packet(JsonNode from, JsonNode to, int port) {
        return new Packet(
                new TreeMap<>(
                        Map.of(
                                "type", "ip4",
                                "eth_src", RecordedCloud.text(from, "mac_address"),
                                "eth_dst", RecordedCloud.text(to, "mac_address"),
                                "ip_src", address(from),
                                "ip_dst", address(to),
                                "proto", "tcp",
                                "sport", "40000",
                                "dport", Integer.toString(port))));
    }

    private static String address(JsonNode port) {
        return RecordedCloud.text(port.path("fixed_ips").path(0), "ip_address");
    }

    @Test
    void letsThroughWhatTheRealRowsLetThrough() {
        RecordedCloud cloud = new RecordedCloud(text("topologies", "t1-lab"));
        NeutronObjects objects = NeutronObjects.of(cloud.world());
        Northbound rows = NorthboundView.of(objects, cloud.options(), cloud.chassis());
        Tracer ours = new Tracer(rows, List.of());
        Tracer real = new Tracer(NorthboundReader.read(text("nb", "t1-lab")), List.of());
        Set<Verdict.Kind> kinds = new TreeSet<>();

        for (JsonNode from : cloud.root().path("ports")) {
            for (JsonNode to : cloud.root().path("ports")) {
                boolean areServers = from.has("dns_name") && to.has("dns_name");
                for (int port : areServers ? new int[] {22, 80, 5432, 8080} : new int[0]) {
                    String id = RecordedCloud.text(from, "id");
                    Verdict verdict = ours.trace(id, packet(from, to, port));
                    assertThat(verdict).isEqualTo(real.trace(id, packet(from, to, port)));
                    kinds.add(verdict.kind());
                }
            }
        }

        assertThat(kinds).hasSizeGreaterThan(1);
    }

    @Test
    void givesTheSameRowsEachTime() {
        RecordedCloud cloud = new RecordedCloud(text("topologies", "t1-lab"));
        NeutronObjects objects = NeutronObjects.of(cloud.world());
        List<Chassis> chassis = cloud.chassis();

        assertThat(NorthboundView.of(objects, cloud.options(), chassis))
                .isEqualTo(NorthboundView.of(objects, cloud.options(), chassis));
    }
}
