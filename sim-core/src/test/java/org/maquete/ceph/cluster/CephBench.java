package org.maquete.ceph.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.maquete.InfraBench;
import org.maquete.ceph.status.ClusterSnapshot;
import org.maquete.ceph.status.HealthCheck;
import org.maquete.ceph.status.HealthChecks;
import org.maquete.ceph.status.PgState;
import org.maquete.hardware.DiskRole;
import org.maquete.hardware.DiskSpec;
import org.maquete.hardware.HardwareSubsystem;
import org.maquete.hardware.InstallMachine;
import org.maquete.hardware.NicSpec;
import org.maquete.hardware.SetPower;
import org.maquete.host.HostKind;
import org.maquete.host.HostSubsystem;
import org.maquete.host.InstallSystem;
import org.maquete.host.StartService;
import org.maquete.kernel.Command;
import org.maquete.kernel.Distribution;
import org.maquete.kernel.JournalMode;
import org.maquete.kernel.Model;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.Reply;
import org.maquete.kernel.Settings;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Simulation;
import org.maquete.kernel.Span;

/** A cluster on machines nuc3, nuc4 and so on, looked at once a second as the recorder did. */
final class CephBench {

    static final long GIB = 1L << 30;

    private final Simulation simulation;
    private final InfraBench infra;
    private final List<String> seen = new ArrayList<>();
    private long zeroNs;

    private CephBench(Simulation simulation) {
        this.simulation = simulation;
        this.infra = InfraBench.of(simulation);
    }

    static Model model() {
        return new Model(
                List.of(new HardwareSubsystem(), new HostSubsystem(), new ClusterSubsystem()));
    }

    /** Machines that run; processes that are killed stay dead, as without systemd. */
    static CephBench machines(long seed, int count) {
        Span never =
                new Span(
                        "host.restart-service",
                        new Distribution.Constant(1000 * SimTime.HOUR),
                        "no systemd");
        Settings settings = new Settings(seed, JournalMode.FULL, List.of(never));
        CephBench bench = new CephBench(new Simulation(model(), settings));
        for (int i = 0; i < count; i++) {
            bench.machine(host(i));
        }
        bench.infra.settle();
        return bench;
    }

    static String host(int index) {
        return "nuc" + (index + 3);
    }

    private void machine(String name) {
        infra.ask(
                new InstallMachine(
                        name,
                        4,
                        16384,
                        "default",
                        List.of(new DiskSpec("/dev/sda", 240, DiskRole.BOOT, false)),
                        List.of(
                                new NicSpec(
                                        "enp1s0",
                                        "52:54:00:03:01:" + name.substring(3),
                                        "br-ex",
                                        "172.16.0.0/20"))));
        infra.ask(new InstallSystem(name, HostKind.NUC, ""));
        infra.ask(new SetPower(name, true));
    }

    /** Monitors a, b and so on, on the machines in order. */
    CephBench monitors(int count) {
        for (int i = 0; i < count; i++) {
            String name = String.valueOf((char) ('a' + i));
            ask(new StartService(host(i), "ceph-mon"));
            ask(new AddMonitor(name, host(i), "10.0.0." + (i + 1)));
        }
        return this;
    }

    /** One OSD on each machine. */
    CephBench osds(int count, long bytes) {
        for (int i = 0; i < count; i++) {
            ask(new AddOsd(host(i), "/dev/sdb", "hdd", bytes));
        }
        return this;
    }

    /** Three machines with an OSD of 1 GiB each and one monitor; all up. */
    static CephBench small(long seed) {
        return machines(seed, 3).monitors(1).osds(3, GIB).settle();
    }

    CephBench ask(Command command) {
        infra.ask(command);
        return this;
    }

    /** Whether a client's write of 4 MB is carried out. */
    boolean puts(String pool, String prefix) {
        Reply reply =
                simulation.submit(
                        new PutObjects(pool, prefix, 1, 4_000_000), new Origin.Person("test"));
        return reply instanceof Reply.Done;
    }

    Refusal refused(Command command) {
        return infra.refused(command);
    }

    CephBench settle() {
        infra.settle();
        return this;
    }

    InfraBench infra() {
        return infra;
    }

    Simulation simulation() {
        return simulation;
    }

    /** From here on times count and what is seen is noted. */
    CephBench zero() {
        zeroNs = simulation.now();
        seen.clear();
        return this;
    }

    /** Looks once a second until then; notes what differs from the look before. */
    CephBench until(long second) {
        long endNs = zeroNs + SimTime.seconds(second);
        while (simulation.now() < endNs) {
            simulation.runUntil(Math.min(endNs, simulation.now() + SimTime.SECOND));
            assertThat(simulation.violations()).isEmpty();
            look();
        }
        return this;
    }

    /** Lets time pass and notes nothing. */
    CephBench pass(long seconds) {
        simulation.runUntil(simulation.now() + SimTime.seconds(seconds));
        assertThat(simulation.violations()).isEmpty();
        return this;
    }

    private void look() {
        String line = line();
        boolean isNew =
                seen.isEmpty()
                        || !seen.getLast().substring(seen.getLast().indexOf(' ')).equals(line);
        if (isNew) {
            seen.add("t=" + (simulation.now() - zeroNs) / SimTime.SECOND + line);
        }
    }

    /** {@code HEALTH_OK [] up 3 in 3 {active+clean=5}}. */
    String line() {
        ClusterSnapshot snapshot = snapshot();
        List<HealthCheck> checks = checks(snapshot);
        int up = 0;
        int in = 0;
        for (var osd : snapshot.map().osds()) {
            up += osd.isUp() ? 1 : 0;
            in += osd.weightFixed16() > 0 ? 1 : 0;
        }
        return " "
                + HealthChecks.worst(checks).word()
                + " "
                + codes()
                + " up "
                + up
                + " in "
                + in
                + " "
                + states();
    }

    /** The pools of the recorded clusters had applications, those of these tests have none. */
    private static List<HealthCheck> checks(ClusterSnapshot snapshot) {
        return HealthChecks.of(snapshot).stream()
                .filter(check -> !check.code().equals("POOL_APP_NOT_ENABLED"))
                .toList();
    }

    List<String> codes() {
        return checks(snapshot()).stream().map(HealthCheck::code).toList();
    }

    String summary(String code) {
        return checks(snapshot()).stream()
                .filter(check -> check.code().equals(code))
                .map(HealthCheck::summary)
                .findFirst()
                .orElse("");
    }

    /** How many groups are in each set of states. */
    TreeMap<String, Integer> states() {
        ClusterSnapshot snapshot = snapshot();
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < snapshot.pgs().count(); i++) {
            counts.merge(PgState.text(snapshot.pgs().states(i)), 1, Integer::sum);
        }
        return counts;
    }

    ClusterSnapshot snapshot() {
        return CephClusterView.snapshot(simulation.world(), simulation.now());
    }

    /** All that was noted. */
    List<String> seen() {
        return seen;
    }
}
