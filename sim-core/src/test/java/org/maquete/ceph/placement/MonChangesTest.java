package org.maquete.ceph.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.ceph.crush.Bucket;
import org.maquete.ceph.crush.CrushJsonReader;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.osdmap.OsdMap;
import org.maquete.ceph.osdmap.OsdMapJsonReader;
import org.maquete.ceph.osdmap.OsdMapReplay.Maps;
import org.maquete.ceph.osdmap.OsdState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Changes against what a real monitor made of the commands behind them: ids, order of items,
 * weights, parts by class, pools. Each change starts from the recorded state before it.
 */
final class MonChangesTest {

    private static final Path RECORDED =
            Path.of("src/test/resources/golden/ceph/mon-changes/changes.jsonl");

    private record State(String change, Maps maps) {}

    private static List<State> recorded() throws IOException {
        List<State> states = new ArrayList<>();
        for (String line : Files.readAllLines(RECORDED)) {
            JsonNode node = JsonMapper.builder().build().readTree(line);
            CrushMap crush = CrushJsonReader.read(node.get("crush").toString()).map().orElseThrow();
            OsdMap map = OsdMapJsonReader.read(node.get("osdmap").toString()).map().orElseThrow();
            states.add(new State(node.get("change").asString(), new Maps(map, crush)));
        }
        return states;
    }

    private static Maps changed(Maps maps, String words) {
        String[] word = words.split(" ", -1);
        ChangeReader reader = new ChangeReader();
        List<Change> changes = List.of(reader.read(word[0], word[1]).orElseThrow());
        Changes.Changed changed = Changes.apply(maps, changes);
        assertThat(changed.flaws()).as(words).isEmpty();
        return changed.maps().orElseThrow();
    }

    /** A line a bucket: what is hashed and what is weighed. */
    private static List<String> lines(CrushMap crush) {
        List<String> lines = new ArrayList<>();
        for (Bucket b : crush.buckets()) {
            lines.add(b.id() + " " + b.name() + " " + b.type() + b.items() + b.weightsFixed16());
        }
        crush.devices().forEach(d -> lines.add(d.toString()));
        lines.add(crush.tunables().toString());
        return lines;
    }

    private static List<String> lines(OsdMap map) {
        List<String> lines = new ArrayList<>();
        lines.add("max_osd " + map.osdCountMax());
        for (OsdState osd : map.osds()) {
            lines.add("osd." + osd.id() + " " + osd.weightFixed16());
        }
        map.pools().forEach(p -> lines.add(p.toString()));
        return lines;
    }

    @Test
    void makesOfEachChangeWhatTheMonitorMade() throws IOException {
        List<State> states = recorded();

        assertThat(states).hasSizeGreaterThan(15);
        for (int i = 1; i < states.size(); i++) {
            State state = states.get(i);
            Maps made = changed(states.get(i - 1).maps(), state.change());

            assertThat(lines(made.crush()))
                    .as(state.change())
                    .isEqualTo(lines(state.maps().crush()));
            assertThat(lines(made.osdMap()))
                    .as(state.change())
                    .isEqualTo(lines(state.maps().osdMap()));
        }
    }

    @Test
    void makesTheSameOfAllChangesInOneGo() throws IOException {
        List<State> states = recorded();
        ChangeReader reader = new ChangeReader();
        List<Change> changes = new ArrayList<>();
        for (State state : states.subList(1, states.size())) {
            String[] word = state.change().split(" ", -1);
            changes.add(reader.read(word[0], word[1]).orElseThrow());
        }

        Maps made = Changes.apply(states.getFirst().maps(), changes).maps().orElseThrow();

        assertThat(lines(made.crush())).isEqualTo(lines(states.getLast().maps().crush()));
        assertThat(lines(made.osdMap())).isEqualTo(lines(states.getLast().maps().osdMap()));
    }
}
