package org.maquete.ceph.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.ceph.crush.ChooseArgs;
import org.maquete.ceph.crush.CrushJsonReader;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.crush.Flaw;
import org.maquete.ceph.osdmap.Exceptions;
import org.maquete.ceph.osdmap.OsdMapJsonReader;
import org.maquete.ceph.osdmap.OsdMapReplay.Maps;
import org.maquete.ceph.osdmap.PgId;
import org.maquete.world.Ints;

/** What is wrong with a change, and what else comes of it. */
final class ChangesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/ceph/osdmap-clean");

    private static Maps maps() throws IOException {
        return new Maps(
                OsdMapJsonReader.read(Files.readString(GOLDEN.resolve("osdmap.json")))
                        .map()
                        .orElseThrow(),
                CrushJsonReader.read(Files.readString(GOLDEN.resolve("crush.json")))
                        .map()
                        .orElseThrow());
    }

    private static Changes.Changed typed(Maps maps, String... words) {
        ChangeReader reader = new ChangeReader();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < words.length; i += 2) {
            reader.read(words[i], words[i + 1]).ifPresent(changes::add);
        }
        assertThat(reader.flaws()).isEmpty();
        return Changes.apply(maps, changes);
    }

    @Test
    void tellsAllNamesThatDoNotFitWithTheNearest() throws IOException {
        Changes.Changed changed =
                typed(
                        maps(),
                        "--out",
                        "osd.99",
                        "--move",
                        "h0:rak=rack0",
                        "--rule-of-pool",
                        "rep3:replicated_rul",
                        "--size",
                        "ec31:5",
                        "--pg-num",
                        "reb3:64",
                        "--tunables",
                        "chooseleaf_stabel=1",
                        "--move",
                        "rack0:host=h0");

        assertThat(changed.maps()).isEmpty();
        assertThat(changed.flaws())
                .extracting(Flaw::text)
                .anyMatch(t -> t.startsWith("--out: expected an OSD or a bucket"))
                .anyMatch(t -> t.contains("\"rak\"") && t.contains("\"rack\" is meant"))
                .anyMatch(t -> t.contains("\"replicated_rule\" is meant"))
                .anyMatch(t -> t.contains("an erasure code has its size"))
                .anyMatch(t -> t.contains("\"reb3\"") && t.contains("\"rep3\" is meant"))
                .anyMatch(t -> t.contains("\"chooseleaf_stable\" is meant"))
                .anyMatch(t -> t.contains("outside of rack0"))
                .hasSize(7);
    }

    @Test
    void tellsWhatCannotBeRead() {
        ChangeReader reader = new ChangeReader();

        List<String> wrong =
                List.of(
                        "--reweight",
                        "osd.1=0.5",
                        "--reweight",
                        "osd.1:1.5",
                        "--crush-weight",
                        "osd.1:1,5",
                        "--add-osds",
                        "host:0:1",
                        "--add-osds",
                        "host:1",
                        "--move",
                        "h0",
                        "--size",
                        "p:0",
                        "--pg-num",
                        "p:x",
                        "--rule-of-pool",
                        "p");
        for (int i = 0; i < wrong.size(); i += 2) {
            assertThat(reader.read(wrong.get(i), wrong.get(i + 1))).as(wrong.get(i + 1)).isEmpty();
        }

        assertThat(reader.flaws())
                .hasSize(9)
                .allMatch(f -> f.advice().startsWith("Maybe"))
                .allMatch(f -> f.place().startsWith("--"));
    }

    @Test
    void saysThatChooseArgsAreNotModelledInAChangedTree() throws IOException {
        Maps maps = maps();
        CrushMap crush = maps.crush();
        ChooseArgs.OfBucket own = new ChooseArgs.OfBucket(-1, List.of(), Ints.of(-1, -2, -3));
        CrushMap with =
                new CrushMap(
                        crush.devices(),
                        crush.types(),
                        crush.buckets(),
                        crush.rules(),
                        crush.tunables(),
                        List.of(new ChooseArgs(-1, List.of(own))));
        Maps weighted = new Maps(maps.osdMap(), with);

        assertThat(typed(weighted, "--crush-weight", "osd.1:3").flaws())
                .anyMatch(f -> f.expected().contains("choose_args (NotModelled)"));
        assertThat(typed(weighted, "--out", "osd.1").flaws()).isEmpty();
    }

    @Test
    void takesAwayUpmapsThatNoLongerHoldAsTheMonitorsDo() throws IOException {
        Maps maps = maps();
        Exceptions.Items upmap = new Exceptions.Items(new PgId(2, 0), Ints.of(6, 10));
        Maps with =
                new Maps(
                        maps.osdMap()
                                .withExceptions(
                                        new Exceptions(
                                                List.of(), List.of(upmap), List.of(), List.of())),
                        maps.crush());

        Changes.Changed changed = typed(with, "--out", "osd.10");

        assertThat(changed.maps().orElseThrow().osdMap().exceptions().upmapItems()).isEmpty();
        assertThat(changed.notes()).anyMatch(n -> n.contains("no longer hold"));
    }

    @Test
    void readsRulesAsCrushtoolWritesThem() throws IOException {
        Maps maps = maps();
        String rule =
                "rule replicated_rule {\n id 0\n type replicated\n min_size 1\n max_size 10\n"
                        + " step take default\n step choose firstn 0 type osd\n step emit\n}\n";

        Changes.Changed changed = Changes.apply(maps, List.of(new Change.Rules("rules.txt", rule)));
        Changes.Changed wrong =
                Changes.apply(
                        maps,
                        List.of(new Change.Rules("rules.txt", rule.replace("default", "defualt"))));

        CrushMap crush = changed.maps().orElseThrow().crush();
        assertThat(crush.buckets()).isEqualTo(maps.crush().buckets());
        assertThat(crush.rules()).hasSameSizeAs(maps.crush().rules());
        assertThat(crush.rule(0)).isNotEqualTo(maps.crush().rule(0));
        assertThat(wrong.flaws().getFirst().text())
                .startsWith("rules.txt: line 6, ")
                .contains("\"default\" is meant");
    }
}
