package org.maquete.neutron.ovn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.maquete.ovn.nb.Northbound;
import org.maquete.ovn.nb.NorthboundReader;
import org.maquete.ovn.nb.NorthboundText;
import org.maquete.ovn.nb.RowIds;

/** Compares what we print with what the real clients printed of the same rows. */
final class ShowTest {

    private static final String SHOWN = "src/test/resources/golden/ovn/show/";

    private static String text(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException("expected the recording " + path, e);
        }
    }

    private static String vectors(String path) {
        return text("src/test/resources/vectors/ovn/" + path);
    }

    private static RowIds recordedIds(String ids) {
        Map<String, String> uuids = new LinkedHashMap<>();
        ids.lines()
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    int last = line.lastIndexOf(' ');
                    uuids.put(line.substring(0, last), line.substring(last + 1));
                });
        return (table, key) -> uuids.getOrDefault(table + " " + key, "?");
    }

    /** A text cut before each line that begins at its margin, in order of those lines. */
    private static String inOrder(String text) {
        TreeMap<String, String> blocks = new TreeMap<>();
        for (String block : text.split("\n(?=\\S)", -1)) {
            List<String> lines = block.strip().lines().toList();
            blocks.put(lines.getFirst(), block.stripTrailing());
        }
        return String.join("\n", blocks.values());
    }

    @Test
    void showsTheLabAsTheRealProgram() {
        Northbound rows = NorthboundReader.read(vectors("nb/t1-lab.json"));

        String shown = new NorthboundText(rows, recordedIds(text(SHOWN + "t1-lab.ids.txt"))).show();

        assertThat(shown).isEqualTo(text(SHOWN + "t1-lab.nb.txt"));
    }

    @Test
    void showsEachSwitchAndRouterAsTheRealProgram() {
        Northbound rows = NorthboundReader.read(vectors("nb/t6-lb.json"));

        String shown = new NorthboundText(rows, recordedIds(text(SHOWN + "t6-lb.ids.txt"))).show();

        assertThat(inOrder(shown)).isEqualTo(inOrder(text(SHOWN + "t6-lb.nb.txt")));
    }

    @Test
    void showsOneRouterByName() {
        Northbound rows = NorthboundReader.read(vectors("nb/t1-lab.json"));
        NorthboundText text = new NorthboundText(rows, recordedIds(text(SHOWN + "t1-lab.ids.txt")));
        String all = text(SHOWN + "t1-lab.nb.txt");

        String shown = text.show("neutron-bd3fe0a8-0c49-522a-923e-f7a76ac0ece8");

        assertThat(shown).isEqualTo(all.substring(all.indexOf("router ")));
        assertThat(text.show("nobody")).isEmpty();
    }

    @Test
    void showsChassisAndTheirPortsAsTheRealProgram() {
        RecordedCloud cloud = new RecordedCloud(vectors("topologies/t1-lab.json"));
        Map<String, TreeSet<String>> bindings = new LinkedHashMap<>();
        cloud.root()
                .path("ports")
                .forEach(port ->
                        bindings.computeIfAbsent(
                                        RecordedCloud.text(port, "chassis"), _ -> new TreeSet<>())
                                .add(RecordedCloud.text(port, "id")));
        String gateway = "cr-lrp-34eb99cd-6747-501b-8117-c1b36e67bbea";
        bindings.put(cloud.chassis().getFirst().name(), new TreeSet<>(List.of(gateway)));

        String shown = SouthboundText.show(cloud.chassis(), bindings);

        assertThat(sorted(shown)).isEqualTo(sorted(text(SHOWN + "t1-lab.sb.txt")));
    }

    /** Each chassis' block with its lines in order, as the real order is that of a hash table. */
    private static TreeSet<List<String>> sorted(String text) {
        TreeSet<List<String>> blocks = new TreeSet<>(Comparator.comparing(List::toString));
        for (String block : text.split("\n(?=\\S)", -1)) {
            blocks.add(block.lines().sorted().toList());
        }
        return blocks;
    }
}
