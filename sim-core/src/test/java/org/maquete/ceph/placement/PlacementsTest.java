package org.maquete.ceph.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.ceph.crush.CrushJsonReader;
import org.maquete.ceph.crush.CrushMapper;
import org.maquete.ceph.osdmap.OsdMapJsonReader;
import org.maquete.ceph.osdmap.OsdMapReplay.Maps;
import org.maquete.ceph.osdmap.OsdState;
import org.maquete.ceph.osdmap.PgMapper;
import org.maquete.ceph.osdmap.Pool;

/** The fast way against the plain one: {@link PgMapper}, group by group. */
final class PlacementsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/ceph/osdmap-clean");
    private static final int ROUNDS = 120;

    private static Maps golden() throws IOException {
        return new Maps(
                OsdMapJsonReader.read(Files.readString(GOLDEN.resolve("osdmap.json")))
                        .map()
                        .orElseThrow(),
                CrushJsonReader.read(Files.readString(GOLDEN.resolve("crush.json")))
                        .map()
                        .orElseThrow());
    }

    /** Every set by the plain way, in the form of the fast one. */
    private static int[] plain(Maps maps, Pool pool) {
        PgMapper mapper = new PgMapper(maps.osdMap(), maps.crush());
        int[] up = new int[pool.pgNum() * pool.size()];
        Arrays.fill(up, CrushMapper.NONE);
        for (int seed = 0; seed < pool.pgNum(); seed++) {
            int[] osds = mapper.map(pool, seed).up().stream().toArray();
            System.arraycopy(osds, 0, up, seed * pool.size(), osds.length);
        }
        return up;
    }

    private static void compare(Maps before, Maps after, String what) {
        PlacementPair pair = new PlacementPair(before, after);
        for (Pool pool : after.osdMap().pools()) {
            Pool old = before.osdMap().pool(pool.id()).orElseThrow();
            PlacementPair.Rows rows = pair.rows(old, pool);

            assertThat(rows.before().up()).as(what).isEqualTo(plain(before, old));
            assertThat(rows.after().up()).as(what).isEqualTo(plain(after, pool));
        }
    }

    @Test
    void mapsTheGroupsOfARealClusterAsThePlainWayDoes() throws IOException {
        Maps maps = golden();

        compare(maps, maps, "unchanged");
    }

    @Test
    void equalsAFullComputationAfterRandomChangesOfRandomMaps() throws IOException {
        int derived = 0;
        int trees = 0;
        for (int round = 0; round < ROUNDS; round++) {
            RandomCluster random = new RandomCluster(round);
            Maps before = random.maps();
            List<Change> changes = random.changes(before);
            Changes.Changed changed = Changes.apply(before, changes);
            String what = "round " + round + " " + changes;
            assertThat(changed.flaws()).as(what).isEmpty();
            Maps after = changed.maps().orElseThrow();

            compare(before, after, what);

            Placements was = new Placements(before);
            Placements is = new Placements(after);
            for (Pool pool : after.osdMap().pools()) {
                boolean isTold =
                        is.touched(was, pool).isPresent() || was.touched(is, pool).isPresent();
                derived += isTold ? 1 : 0;
                trees += isTold && !before.crush().equals(after.crush()) ? 1 : 0;
            }
        }

        assertThat(derived).as("pools told from their other state").isGreaterThan(40);
        assertThat(trees).as("of these, by their trees").isGreaterThan(10);
    }

    @Test
    void givesPartsOfAPoolThatTogetherAreThePool() throws IOException {
        Maps before = golden();
        List<OsdState> states = new ArrayList<>(before.osdMap().osds());
        states.set(3, new OsdState(3, true, 0, OsdState.ONE));
        Maps after = new Maps(before.osdMap().withOsds(12, states), before.crush());
        PlacementPair pair = new PlacementPair(before, after);

        for (Pool pool : before.osdMap().pools()) {
            int half = pool.pgNum() / 2;
            int[] whole = pair.part(pool, 0, pool.pgNum()).after().up();
            int[] first = pair.part(pool, 0, half).after().up();
            int[] second = pair.part(pool, half, pool.pgNum()).after().up();

            int[] together = Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, together, first.length, second.length);
            assertThat(together).isEqualTo(whole);
        }
    }
}
