package org.maquete.neutron.ovn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.maquete.ovn.nb.Northbound;
import org.maquete.ovn.nb.NorthboundReader;
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

    @Test
    void givesTheSameRowsEachTime() {
        RecordedCloud cloud = new RecordedCloud(text("topologies", "t1-lab"));
        NeutronObjects objects = NeutronObjects.of(cloud.world());
        List<Chassis> chassis = cloud.chassis();

        assertThat(NorthboundView.of(objects, cloud.options(), chassis))
                .isEqualTo(NorthboundView.of(objects, cloud.options(), chassis));
    }
}
