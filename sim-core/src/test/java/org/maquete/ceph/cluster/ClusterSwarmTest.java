package org.maquete.ceph.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.maquete.ceph.status.HealthChecks;
import org.maquete.ceph.status.MapFlag;
import org.maquete.ceph.status.PgCounts;
import org.maquete.hardware.CutPower;
import org.maquete.hardware.PlugCable;
import org.maquete.hardware.PullCable;
import org.maquete.hardware.RestorePower;
import org.maquete.host.KillService;
import org.maquete.host.StartService;
import org.maquete.host.StopService;
import org.maquete.kernel.Command;
import org.maquete.kernel.Origin;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Simulation;

/** Random faults: what must hold always holds, and a run can be repeated, forked and resumed. */
class ClusterSwarmTest {

    private static final int HOSTS = 5;
    private static final Origin ME = new Origin.Person("test");

    private static CephBench cluster(long seed) {
        CephBench bench =
                CephBench.machines(seed, HOSTS).monitors(3).osds(HOSTS, 16 * CephBench.GIB);
        bench.ask(new PoolCreate("p", 16, 16));
        bench.ask(new PoolCreate("ec", 8, 8, new PoolSettings.Erasure("ec21", 2, 1), 0));
        bench.settle();
        bench.ask(new PutObjects("p", "first", 2000, 500_000));
        return bench.ask(new PutObjects("ec", "first", 100, 500_000));
    }

    private static Command fault(SplittableRandom random) {
        int osd = random.nextInt(HOSTS);
        String host = CephBench.host(osd);
        String service = "ceph-osd@" + osd;
        boolean half = random.nextBoolean();
        return switch (random.nextInt(16)) {
            case 0 -> new CutPower(host);
            case 1, 2, 3 -> new RestorePower(host);
            case 4 -> new KillService(host, service);
            case 5 -> new StopService(host, service);
            case 6, 7 -> new StartService(host, service);
            case 8 -> half ? new HangOsd(osd) : new WakeOsd(osd);
            case 9 -> half ? new PullCable(host, "enp1s0") : new PlugCable(host, "enp1s0");
            case 10 -> half ? new OsdOut(osd) : new OsdIn(osd);
            case 11 -> new OsdReweight(osd, 0x8000);
            case 12 -> new PutObjects(half ? "p" : "ec", "n" + random.nextInt(), 20, 100_000);
            case 13 ->
                    new SetFlag(
                            List.of(MapFlag.NOOUT, MapFlag.NOUP, MapFlag.NOBACKFILL)
                                    .get(random.nextInt(3)),
                            half);
            case 14 ->
                    half ? new KillService(host, "ceph-mon") : new StartService(host, "ceph-mon");
            default -> half ? new OsdDown(osd) : new PurgeOsd(osd);
        };
    }

    private static void disturb(Simulation run, SplittableRandom random) {
        run.submit(fault(random), ME);
        run.runUntil(run.now() + random.nextLong(60 * SimTime.SECOND));
    }

    @Test
    void invariantsHoldAndNothingIsForgotten() {
        for (long seed = 0; seed < 12; seed++) {
            CephBench bench = cluster(seed);
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 60; i++) {
                disturb(bench.simulation(), random);
                assertThat(bench.simulation().violations())
                        .as("seed %s step %s", seed, i)
                        .isEmpty();
                PgCounts total = bench.snapshot().pgs().total();
                assertThat(total.degraded()).isBetween(0L, total.copies());
                assertThat(total.misplaced()).isBetween(0L, total.copies());
                assertThat(bench.snapshot().pgs().count()).isEqualTo(24);
                assertThat(HealthChecks.of(bench.snapshot())).isNotNull();
            }
            assertThat(bench.simulation().world().stale()).isEmpty();
        }
    }

    @Test
    void whoeverIsRepairedIsWellInTheEnd() {
        for (long seed = 0; seed < 6; seed++) {
            CephBench bench = cluster(seed);
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 40; i++) {
                Command fault = fault(random);
                if (!(fault instanceof PurgeOsd)) {
                    bench.simulation().submit(fault, ME);
                    bench.pass(random.nextLong(60));
                }
            }
            repair(bench.simulation());
            bench.settle();

            assertThat(bench.line()).as("seed %s", seed).contains("HEALTH_OK [] up 5 in 5");
        }
    }

    private static void repair(Simulation run) {
        for (MapFlag flag : List.of(MapFlag.NOOUT, MapFlag.NOUP, MapFlag.NOBACKFILL)) {
            run.submit(new SetFlag(flag, false), ME);
        }
        for (int osd = 0; osd < HOSTS; osd++) {
            run.submit(new RestorePower(CephBench.host(osd)), ME);
            run.submit(new PlugCable(CephBench.host(osd), "enp1s0"), ME);
        }
        run.runUntil(run.now() + 5 * SimTime.MINUTE);
        for (int osd = 0; osd < HOSTS; osd++) {
            run.submit(new StartService(CephBench.host(osd), "ceph-mon"), ME);
            run.submit(new StartService(CephBench.host(osd), "ceph-osd@" + osd), ME);
            run.submit(new WakeOsd(osd), ME);
        }
        run.runUntil(run.now() + 5 * SimTime.MINUTE);
        for (MapFlag flag : List.of(MapFlag.NOOUT, MapFlag.NOUP, MapFlag.NOBACKFILL)) {
            run.submit(new SetFlag(flag, false), ME);
        }
        run.runUntil(run.now() + SimTime.MINUTE);
        for (int osd = 0; osd < HOSTS; osd++) {
            run.submit(new OsdReweight(osd, 0x10000), ME);
        }
    }

    @Test
    void aForkAndAReplayGiveTheSame() {
        for (long seed = 0; seed < 4; seed++) {
            Simulation run = cluster(seed).simulation();
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 25; i++) {
                disturb(run, random);
                run.fork().runUntil(run.now() + SimTime.MINUTE);
            }
            Simulation fork = run.fork();
            Simulation again = Simulation.replay(run.model(), run.settings(), run.inputs());
            again.runUntil(run.now());

            assertThat(again.world().digest()).isEqualTo(run.world().digest());
            assertThat(again.journal().digest()).isEqualTo(run.journal().digest());
            run.runUntil(run.now() + SimTime.HOUR);
            fork.runUntil(run.now());
            assertThat(fork.world().digest()).isEqualTo(run.world().digest());
        }
    }

    @Test
    void aResumedClusterHasTheSamePending() {
        for (long seed = 0; seed < 6; seed++) {
            CephBench bench = cluster(seed);
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 20; i++) {
                disturb(bench.simulation(), random);
                Simulation run = bench.simulation();
                Simulation resumed =
                        Simulation.resume(
                                run.model(), run.settings(), run.world().fork(), run.now());
                assertThat(resumed.pending())
                        .as("seed %s step %s", seed, i)
                        .containsExactlyInAnyOrderElementsOf(run.pending());
            }
        }
    }
}
