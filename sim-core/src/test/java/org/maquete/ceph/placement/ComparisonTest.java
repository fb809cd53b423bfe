package org.maquete.ceph.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.ceph.crush.CrushJsonReader;
import org.maquete.ceph.crush.CrushMapper;
import org.maquete.ceph.crush.Flaw;
import org.maquete.ceph.osdmap.OsdMapJsonReader;
import org.maquete.ceph.osdmap.OsdMapReplay.Maps;
import org.maquete.ceph.osdmap.Pool;
import org.maquete.world.Ints;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What-ifs on dumps of real clusters, against what those clusters did or printed. */
final class ComparisonTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/ceph");
    private static final Dumps HEALTHY =
            new Dumps("whatif-healthy/crush.json", "whatif-healthy/osdmap.json");
    private static final Dumps CHARM =
            new Dumps("whatif-charm/crush.json", "whatif-charm/osdmap.json");
    private static final String HEALTHY_PGS = "whatif-healthy/pgs.json";
    private static final String HEALTHY_DF = "whatif-healthy/df.json";
    private static final String CHARM_PGS = "whatif-charm/pgs.json";
    private static final String CHARM_DF = "whatif-charm/df.json";

    private record Dumps(String crush, String osdMap) {}

    private record Cluster(Maps maps, ClusterUse use) {

        Changes.Changed changed(String... words) {
            ChangeReader reader = new ChangeReader();
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < words.length; i += 2) {
                changes.add(reader.read(words[i], words[i + 1]).orElseThrow());
            }
            Changes.Changed changed = Changes.apply(maps, changes);
            assertThat(changed.flaws()).isEmpty();
            return changed;
        }

        Maps after(String... words) {
            return changed(words).maps().orElseThrow();
        }

        Comparison whatIf(String... words) {
            Changes.Changed changed = changed(words);
            return Comparison.of(maps, changed.maps().orElseThrow(), changed.newOsds(), use);
        }
    }

    private static String text(String file) throws IOException {
        return Files.readString(GOLDEN.resolve(file));
    }

    private static Cluster cluster(Dumps dumps, String use) throws IOException {
        String dump = text(dumps.osdMap());
        Maps maps =
                new Maps(
                        OsdMapJsonReader.read(dump).map().orElseThrow(),
                        CrushJsonReader.read(text(dumps.crush())).map().orElseThrow());
        List<Flaw> flaws = new ArrayList<>();
        ClusterUse.Document document = new ClusterUse.Document(use, text(use));
        ClusterUse read = ClusterUse.read(maps.osdMap(), dump, List.of(document), flaws);
        assertThat(flaws).isEmpty();
        return new Cluster(maps, read);
    }

    /** Lines {@code 2.1f 0,1}; holes as the dump writes them. */
    private static List<String> up(Maps maps) {
        Placements placements = new Placements(maps);
        List<String> lines = new ArrayList<>();
        for (Pool pool : maps.osdMap().pools()) {
            int[] up = placements.rows(pool).up();
            for (int seed = 0; seed < pool.pgNum(); seed++) {
                StringBuilder line = new StringBuilder();
                for (int place = 0; place < pool.size(); place++) {
                    int osd = up[seed * pool.size() + place];
                    if (osd != CrushMapper.NONE || !pool.shifts()) {
                        line.append(line.isEmpty() ? "" : ",").append(osd);
                    }
                }
                lines.add(pool.id() + "." + Integer.toHexString(seed) + " " + line);
            }
        }
        return lines.stream().sorted().toList();
    }

    @Test
    void mapsADownOsdAsTheClusterDid() throws IOException {
        Cluster cluster = cluster(HEALTHY, HEALTHY_PGS);

        Maps after = cluster.after("--down", "osd.2");

        assertThat(up(after))
                .isEqualTo(text("whatif-healthy/one-down.txt").lines().sorted().toList());
    }

    @Test
    void mapsAnOsdThatIsDownAndOutAsTheClusterDid() throws IOException {
        Cluster cluster = cluster(HEALTHY, HEALTHY_PGS);

        Maps after = cluster.after("--down", "osd.2", "--out", "osd.2");

        assertThat(up(after))
                .isEqualTo(text("whatif-healthy/one-out.txt").lines().sorted().toList());
    }

    @Test
    void tellsMaxAvailAsCephDfDoes() throws IOException {
        compareMaxAvail(cluster(HEALTHY, HEALTHY_PGS), HEALTHY_DF);
        compareMaxAvail(cluster(CHARM, CHARM_PGS), CHARM_DF);
    }

    private static void compareMaxAvail(Cluster cluster, String printedBy) throws IOException {
        Comparison same = cluster.whatIf();
        JsonNode df = JsonMapper.builder().build().readTree(text(printedBy));

        for (JsonNode pool : df.get("pools")) {
            long id = pool.get("id").asLong();
            Comparison.PoolRow row =
                    same.pools().stream()
                            .filter(p -> p.moves().after().id() == id)
                            .findFirst()
                            .orElseThrow();
            double printed = pool.get("stats").get("max_avail").asDouble();
            assertThat((double) row.maxAvailBefore().orElseThrow())
                    .as(pool.get("name").asString())
                    .isCloseTo(printed, within(printed * 1e-6));
        }
        assertThat(same.totals().movedShards()).isZero();
        assertThat(same.totals().remappedPgs()).isZero();
    }

    @Test
    void leavesGroupsUndersizedWhenAHostOfThreeIsOut() throws IOException {
        Comparison out = cluster(HEALTHY, HEALTHY_PGS).whatIf("--out", "nuc5");

        assertThat(out.pools()) // shards of an erasure code may change places
                .allMatch(p -> !p.moves().after().shifts() || p.moves().movedShards() == 0);
        assertThat(out.totals().affectedPgs()).isEqualTo(out.totals().pgs());
        assertThat(out.pools())
                .allMatch(p -> p.moves().undersizedBefore() == 0)
                .allMatch(p -> p.moves().undersizedAfter() == p.moves().pgCount())
                .allMatch(p -> p.moves().brokenAfter() == 0);
    }

    @Test
    void movesObjectsAndBytesToANewHost() throws IOException {
        Cluster cluster = cluster(HEALTHY, HEALTHY_PGS);

        Comparison added = cluster.whatIf("--remove", "nuc5", "--add-osds", "nuc6:1:0.00098");

        Totals totals = added.totals();
        assertThat(totals.all().affectedObjects()).isEqualTo(25);
        assertThat(totals.rebuiltShards()).isEqualTo(totals.pgs());
        assertThat(totals.movedShards()).isGreaterThanOrEqualTo(totals.pgs());
        assertThat(totals.moved().bytes()).isPositive();
        assertThat(added.after().orElseThrow().fullest()).isPresent();
        assertThat(added.pools()).allMatch(p -> p.moves().undersizedAfter() == 0);
    }

    @Test
    void spreadsWhatCephDfTellsEvenly() throws IOException {
        Comparison byPg = cluster(HEALTHY, HEALTHY_PGS).whatIf("--size", "glance:2");
        Comparison byPool = cluster(HEALTHY, HEALTHY_DF).whatIf("--size", "glance:2");

        assertThat(byPool.totals().all()).isEqualTo(byPg.totals().all());
        assertThat(byPool.notes()).anyMatch(n -> n.contains("spread evenly"));
        assertThat(byPool.pools()).allMatch(p -> p.maxAvailBefore().isEmpty());
    }

    @Test
    void movesNothingWhenGroupsOnlySplit() throws IOException {
        Cluster cluster = cluster(CHARM, CHARM_PGS);
        Pool glance = cluster.maps().osdMap().pool(1).orElseThrow();

        Comparison split = cluster.whatIf("--pg-num", "glance:16");

        PoolMoves moves = split.pools().getFirst().moves();
        assertThat(moves.before()).isEqualTo(glance);
        assertThat(moves.pgCount()).isEqualTo(16);
        assertThat(moves.movedShards()).isZero(); // three hosts, three copies
    }

    @Test
    void namesWhatIsMissingForBytes() throws IOException {
        Cluster cluster = cluster(HEALTHY, HEALTHY_PGS);
        ClusterUse none = ClusterUse.unknown(cluster.maps().osdMap(), text(HEALTHY.osdMap()));

        Comparison out =
                Comparison.of(cluster.maps(), cluster.after("--out", "nuc5"), Ints.NONE, none);

        assertThat(ComparisonText.of(out))
                .contains("233/233 (100.00%) pgs affected")
                .contains("note: objects and bytes are unknown: add --pgs FILE")
                .doesNotContain("bytes to move");
    }
}
