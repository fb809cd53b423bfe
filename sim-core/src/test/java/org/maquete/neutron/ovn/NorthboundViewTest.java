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
import tools.jackson.databind.json.JsonMapper;

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

    /** Rows that the recorder writes as the driver does, under our names of segments. */
    private static String named(RecordedCloud cloud, String name) {
        String json = text("../ovn-named/nb", name);
        for (JsonNode network : cloud.root().path("networks")) {
            String drawn = DrawnIds.uuid(RecordedCloud.text(network, "id"), "segment");
            String segment = RecordedCloud.text(network, "segment_id");
            json = segment.isEmpty() ? json : json.replace(segment, drawn);
        }
        return json;
    }

    /**
     * Compares all columns of a network with a name. The recorder knows no chassis that a gateway
     * could be scheduled on, and leaves out the metadata port outside.
     */
    private static void compareNamed(String name) {
        RecordedCloud cloud = new RecordedCloud(text("../ovn-named/topologies", name));
        String outside = "";
        for (JsonNode network : cloud.root().path("networks")) {
            boolean external = network.path("external").asBoolean();
            outside = external ? RecordedCloud.text(network, "id") : outside;
        }

        SortedMap<String, String> ours = ours(cloud);

        SortedMap<String, String> recorded =
                new TreeMap<>(RowFields.of(NorthboundReader.read(named(cloud, name))));
        recorded.remove("Logical_Switch neutron-" + outside + " ports");
        recorded.keySet().removeIf(key -> key.startsWith("Gateway_Chassis "));
        recorded.keySet().removeIf(key -> key.endsWith(" priorities"));
        assertThat(ours).containsAllEntriesOf(recorded);
        assertThat(recorded).hasSizeGreaterThan(100);
        traceNamed(cloud, name);
    }

    /** What ovn-trace was asked from inside: our rows lead there too. */
    private static void traceNamed(RecordedCloud cloud, String name) {
        NeutronObjects objects = NeutronObjects.of(cloud.world());
        Tracer ours =
                new Tracer(NorthboundView.of(objects, cloud.options(), cloud.chassis()), List.of());
        Tracer real = new Tracer(NorthboundReader.read(named(cloud, name)), List.of());
        Map<String, String> ids = new TreeMap<>();
        for (JsonNode port : cloud.root().path("ports")) {
            ids.put(RecordedCloud.text(port, "alias"), RecordedCloud.text(port, "id"));
        }
        int count = 0;
        JsonNode vectors =
                JsonMapper.builder()
                        .build()
                        .readTree(text("../ovn-named", "vectors"))
                        .path("vectors");
        for (JsonNode vector : vectors) {
            String id = ids.get(RecordedCloud.text(vector.path("packet"), "inport"));
            if (RecordedCloud.text(vector, "topology").equals(name) && id != null) {
                TreeMap<String, String> fields = new TreeMap<>();
                vector.path("packet")
                        .properties()
                        .forEach(each -> fields.put(each.getKey(), each.getValue().asString("")));
                fields.remove("inport");
                Packet packet = new Packet(fields);
                assertThat(inSets(ours.trace(id, packet)))
                        .isEqualTo(inSets(real.trace(id, packet)));
                count++;
            }
        }
        assertThat(count).isGreaterThan(5);
    }

    /** But for the order of floods, and for MACs of DHCP servers, which are drawn. */
    private static List<Object> inSets(Verdict verdict) {
        Set<String> outputs = new TreeSet<>();
        verdict.outputs().forEach(each -> outputs.add(each.port() + " " + each.generated()));
        Set<String> drops = new TreeSet<>();
        verdict.drops().forEach(each -> drops.add(each.toString()));
        return List.of(verdict.kind(), outputs, drops, verdict.nat(), verdict.datapaths());
    }

    @Test
    void writesStatelessGroupsAsTheDriver() {
        compareNamed("n1-groups");
    }

    @Test
    void writesExtraRoutesAndAllowedPairsAsTheDriver() {
        compareNamed("n3-two-routers");
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
