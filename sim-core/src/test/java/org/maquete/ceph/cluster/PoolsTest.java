package org.maquete.ceph.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maquete.ceph.crush.Bucket;
import org.maquete.kernel.Refusal;

/** Pools and the tree below them. */
class PoolsTest {

    private final CephBench bench = CephBench.small(1);

    @Test
    void theNinthDefaultPoolOfThreeOsdsIsRefused() {
        bench.ask(new PoolCreate("device_health_metrics", 1, 1));
        for (int i = 0; i < 7; i++) {
            bench.ask(new PoolCreate("p" + i, 0, 0));
        }
        PoolSettings.Erasure code = new PoolSettings.Erasure("ec21", 2, 1);
        bench.ask(new PoolCreate("ec", 8, 0, code, 0));
        Refusal refusal = bench.refused(new PoolCreate("p8", 0, 0));

        // 225 groups of three copies, 8 of three shards, 1 of .. and 32 more
        assertThat(refusal.code()).isEqualTo("ERANGE");
        assertThat(refusal.message())
                .isEqualTo(
                        "pg_num 32 size 3 would mean 795 total pgs, which exceeds max 750"
                                + " (mon_max_pg_per_osd 250 * num_in_osds 3)");
    }

    @Test
    void minSizeFollowsFromTheSize() {
        bench.ask(new PoolCreate("three", 4, 4))
                .ask(new PoolCreate("two", 4, 4, PoolSettings.Erasure.NONE, 2));
        bench.ask(new PoolCreate("ec", 4, 4, new PoolSettings.Erasure("ec21", 2, 1), 0));

        assertThat(sizeMin("three")).isEqualTo(2);
        assertThat(sizeMin("two")).isEqualTo(1);
        assertThat(sizeMin("ec")).isEqualTo(2);
    }

    private int sizeMin(String pool) {
        return CephClusterView.pool(bench.simulation().world(), pool)
                .orElseThrow()
                .settings()
                .minSize();
    }

    @Test
    void anEmptyPoolOfFourGroupsIsScaledUpWithinAMinuteUnlessItNamesALeastNumber() {
        bench.zero().ask(new PoolCreate("glance", 4, 0)).ask(new PoolCreate("kept", 4, 4));
        bench.ask(new PoolCreate("sixteen", 16, 0)).until(58);
        int before = pgNum("glance");
        bench.settle();

        assertThat(before).isEqualTo(4);
        assertThat(pgNum("glance")).isEqualTo(32);
        assertThat(pgNum("kept")).isEqualTo(4);
        assertThat(pgNum("sixteen")).isEqualTo(16);
        assertThat(bench.states()).containsOnly(java.util.Map.entry("active+clean", 52));
    }

    private int pgNum(String pool) {
        return CephClusterView.pool(bench.simulation().world(), pool)
                .orElseThrow()
                .settings()
                .pgNum();
    }

    @Test
    void splittingKeepsAllObjects() {
        bench.ask(new PoolCreate("p", 4, 4)).settle();
        bench.ask(new PutObjects("p", "x", 100, 1024));
        bench.ask(new PoolSet("p", "pg_num", "16")).settle();

        assertThat(bench.states()).containsOnly(java.util.Map.entry("active+clean", 16));
        assertThat(bench.snapshot().pgs().total().objects()).isEqualTo(100);
    }

    @Test
    void aSmallerSizeNeedsNoCopiesAndALargerOneDoes() {
        bench.ask(new PoolCreate("p", 8, 8, PoolSettings.Erasure.NONE, 2)).settle();
        bench.ask(new PutObjects("p", "x", 80, 1024));
        bench.ask(new PoolSet("p", "size", "3")).settle();
        String grown = bench.states().toString();
        bench.ask(new PoolSet("p", "size", "2")).settle();

        assertThat(grown).isEqualTo("{active+clean=8}");
        assertThat(bench.states().toString()).isEqualTo("{active+clean=8}");
        assertThat(bench.snapshot().pgs().total().copies()).isEqualTo(160);
    }

    @Test
    void theTreeHasTheIdsThatTheMonitorsGive() {
        StringBuilder text = new StringBuilder();
        for (Bucket bucket : bench.snapshot().crush().buckets()) {
            text.append(bucket.id()).append(' ').append(bucket.name()).append(' ');
            text.append(bucket.items()).append(bucket.weightsFixed16()).append('\n');
        }

        // the recorded map of a real cluster of three OSDs of 1 GiB
        assertThat(text.toString())
                .isEqualTo(
                        """
                        -1 default [-3, -5, -7][65, 65, 65]
                        -2 default~hdd [-4, -6, -8][65, 65, 65]
                        -3 nuc3 [0][65]
                        -4 nuc3~hdd [0][65]
                        -5 nuc4 [1][65]
                        -6 nuc4~hdd [1][65]
                        -7 nuc5 [2][65]
                        -8 nuc5~hdd [2][65]
                        """);
    }

    @Test
    void aPurgedNumberIsGivenOutAgain() {
        bench.zero().ask(new org.maquete.host.StopService("nuc4", "ceph-osd@1")).until(10);
        bench.ask(new PurgeOsd(1)).ask(new AddOsd("nuc4", "/dev/sdb", "hdd", CephBench.GIB));
        bench.settle();

        assertThat(CephClusterView.osd(bench.simulation().world(), 1).orElseThrow().up()).isTrue();
        assertThat(bench.codes()).isEmpty();
    }

    @Test
    void anOsdThatIsUpIsNotPurged() {
        Refusal refusal = bench.refused(new PurgeOsd(1));

        assertThat(refusal.code()).isEqualTo("EBUSY");
    }

    @Test
    void whatDoesNotExistIsNamed() {
        assertThat(bench.refused(new OsdOut(9)).message()).isEqualTo("osd.9 does not exist");
        assertThat(bench.refused(new PoolDelete("nope")).message())
                .isEqualTo("unrecognized pool 'nope'");
        assertThat(bench.refused(new SetOption("nope", "1")).message())
                .isEqualTo("unrecognized config option 'nope'");
        assertThat(bench.refused(new CrushMove("nope", "default")).message())
                .isEqualTo("item nope does not exist");
    }
}
