package org.maquete.nova.replay;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cloudsimplus.allocationpolicies.VmAllocationPolicyFirstFit;
import org.cloudsimplus.brokers.DatacenterBroker;
import org.cloudsimplus.brokers.DatacenterBrokerSimple;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.datacenters.DatacenterSimple;
import org.cloudsimplus.hosts.Host;
import org.cloudsimplus.hosts.HostSimple;
import org.cloudsimplus.resources.Pe;
import org.cloudsimplus.resources.PeSimple;
import org.cloudsimplus.util.Log;
import org.cloudsimplus.vms.Vm;
import org.cloudsimplus.vms.VmSimple;
import org.maquete.nova.trace.Amounts;
import org.maquete.nova.trace.Synthetic;
import org.maquete.nova.trace.Trace;

/**
 * One side of the race, in a JVM of its own: {@code TraceRace maquete|maquete-first-fit|cloudsim
 * HOSTS REQUESTS}. Prints one line: who, seconds of the clock, seconds of the processor (of the
 * whole process, the compiler's too), how many were placed, peak resident KB.
 */
public final class TraceRace {

    private static final double MIPS = 1000;
    private static final long BANDWIDTH = 1_000_000; // Mbit/s of a host; a machine asks for 1

    private TraceRace() {}

    /** Runs one side. */
    public static void main(String[] args) throws IOException {
        int hostCount = Integer.parseInt(args[1]);
        int requestCount = Integer.parseInt(args[2]);
        Trace trace =
                Synthetic.of(hostCount, requestCount, 1, Trace.NEVER)
                        .trace(1)
                        .withHosts(Trace.alike(hostCount, Amounts.of(48, 196_608, 7680)));
        long startNs = System.nanoTime();
        long startCpuNs = cpuNs();
        int placed =
                switch (args[0]) {
                    case "maquete" -> maquete(trace, Policy.NOVA);
                    case "maquete-first-fit" -> maquete(trace, Policy.FIRST_FIT);
                    case "cloudsim" -> cloudSim(trace);
                    default ->
                            throw new IllegalArgumentException(
                                    "expected maquete, maquete-first-fit or cloudsim, found "
                                            + args[0]);
                };
        double seconds = (System.nanoTime() - startNs) / 1e9;
        double cpuSeconds = (cpuNs() - startCpuNs) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s %.3f %.3f %d %d%n",
                args[0],
                seconds,
                cpuSeconds,
                placed,
                peakResidentKb());
    }

    private static long cpuNs() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    private static int maquete(Trace trace, Policy policy) {
        Replay replay = new Replay(Cloud.plain(trace), policy.scheduler(trace, 1), 1);
        replay.advance(trace.requests().size());
        return replay.result().placedCount();
    }

    private static int cloudSim(Trace trace) {
        Log.setLevel(Level.OFF);
        CloudSimPlus simulation = new CloudSimPlus();
        List<Host> hosts = new ArrayList<>();
        for (Trace.Host each : trace.hosts()) {
            hosts.add(host(each.room()));
        }
        new DatacenterSimple(simulation, hosts, new VmAllocationPolicyFirstFit());
        DatacenterBroker broker = new DatacenterBrokerSimple(simulation);
        List<Vm> vms = new ArrayList<>();
        for (Trace.Request each : trace.requests()) {
            Amounts amounts = each.amounts();
            VmSimple vm = new VmSimple(MIPS, amounts.vcpusAsked());
            vm.setRam(amounts.ramMib()).setBw(1).setSize(amounts.diskGib() * 1024L);
            vms.add(vm);
        }
        broker.submitVmList(vms);
        simulation.start();
        return broker.getVmCreatedList().size();
    }

    private static Host host(Amounts room) {
        List<Pe> pes = new ArrayList<>();
        for (int i = 0; i < room.vcpusHad(); i++) {
            pes.add(new PeSimple(MIPS));
        }
        return new HostSimple(room.ramMib(), BANDWIDTH, room.diskGib() * 1024L, pes);
    }

    /** Linux only; 0 elsewhere. */
    private static long peakResidentKb() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", ""));
                }
            }
        }
        return 0;
    }
}
