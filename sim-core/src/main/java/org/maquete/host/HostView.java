package org.maquete.host;

import java.util.List;
import java.util.Optional;
import org.maquete.hardware.HardwareView;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/** What others may know of hosts: the truth, not what any control plane believes. */
public final class HostView {

    /** Hosts by name. */
    public static final TableKey<Host> HOSTS = TableKey.keyed("host.host");

    /** Services by host and name. */
    public static final TableKey<Service> SERVICES = TableKey.keyed("host.service");

    /** What is wrong with hosts that run, by host. */
    public static final TableKey<HostFault> FAULTS = TableKey.keyed("host.fault");

    private static final int DEPTH_LIMIT = 8; // <levels of nesting>: GUESS, nobody nests deeper

    private HostView() {}

    /** All hosts in order of installation. */
    public static List<Host> hosts(World world) {
        return world.table(HOSTS).stream().toList();
    }

    /** The host of that name, if any. */
    public static Optional<Host> host(World world, String name) {
        return world.table(HOSTS).find(name);
    }

    /** Whether there is such a host and it runs, boot completed. */
    public static boolean isUp(World world, String name) {
        return host(world, name).map(Host::booted).orElse(false);
    }

    /** The hosts that run directly on {@code parent}, in order of installation. */
    public static List<Host> children(World world, String parent) {
        return world.table(HOSTS).where(host -> host.parent().equals(parent));
    }

    /** The machine in the rack that {@code name} runs on; empty when there is no such host. */
    public static Optional<String> machineOf(World world, String name) {
        Optional<Host> at = host(world, name);
        for (int depth = 0; depth < DEPTH_LIMIT && at.isPresent(); depth++) {
            if (at.get().parent().isEmpty()) {
                return Optional.of(at.get().name());
            }
            at = host(world, at.get().parent());
        }
        return Optional.empty();
    }

    /**
     * Whether packets get from one host to another: both are up, and they run on the same machine
     * or on two machines that both have a live port. Routes and filters are not looked at.
     */
    public static boolean reachable(World world, String from, String to) {
        if (!isUp(world, from) || !isUp(world, to)) {
            return false;
        }
        Optional<String> source = machineOf(world, from);
        Optional<String> target = machineOf(world, to);
        if (source.isEmpty() || target.isEmpty()) {
            return false;
        }
        return source.equals(target)
                || (HardwareView.isCabled(world, source.get())
                        && HardwareView.isCabled(world, target.get()));
    }

    /**
     * The machine or instance whose file system and clock a host uses: itself, or for a container
     * what it runs on; empty when there is no such host.
     */
    static Optional<Host> bottomOf(World world, String name) {
        Optional<Host> at = host(world, name);
        for (int depth = 0; depth < DEPTH_LIMIT && at.isPresent(); depth++) {
            if (at.get().kind() != HostKind.CONTAINER) {
                return at;
            }
            at = host(world, at.get().parent());
        }
        return Optional.empty();
    }

    /** Whether the file system under a host has no space left. */
    public static boolean isDiskFull(World world, String name) {
        return fault(world, name).map(HostFault::diskFull).orElse(false);
    }

    /** How far the clock of a host is ahead of true time, negative when behind. */
    public static long clockOffsetNs(World world, String name) {
        return fault(world, name).map(HostFault::clockOffsetNs).orElse(0L);
    }

    private static Optional<HostFault> fault(World world, String name) {
        return world.table(FAULTS).count() == 0
                ? Optional.empty()
                : bottomOf(world, name).flatMap(h -> world.table(FAULTS).find(h.name()));
    }

    /**
     * Whether the cables between two hosts are in, up or not: they run on the same machine or on
     * two machines that both have a live port. Machines without ports, and hosts that nobody
     * models, count as linked.
     */
    public static boolean isLinked(World world, String one, String other) {
        Optional<String> source = machineOf(world, one);
        Optional<String> target = machineOf(world, other);
        return source.equals(target) || (hasLink(world, source) && hasLink(world, target));
    }

    /** Whether the machine below a host has ports, and none of them lives. */
    public static boolean isCutOff(World world, String name) {
        return !hasLink(world, machineOf(world, name));
    }

    private static boolean hasLink(World world, Optional<String> machine) {
        return machine.isEmpty()
                || HardwareView.isCabled(world, machine.get())
                || HardwareView.nics(world, machine.get()).isEmpty();
    }

    /** The services of a host in order of their first start. */
    public static List<Service> services(World world, String host) {
        return world.table(SERVICES).where(service -> service.host().equals(host));
    }

    /** What the services of a host use that run now, those of hosts on it not counted. */
    public static int memoryUsedMib(World world, String host) {
        int memoryMib = 0;
        for (Service service : services(world, host)) {
            memoryMib += service.running() ? service.memoryMib() : 0;
        }
        return memoryMib;
    }

    /** Thousandths of a hardware thread that the services of a host use now. */
    public static int cpuUsedMilli(World world, String host) {
        int cpuMilli = 0;
        for (Service service : services(world, host)) {
            cpuMilli += service.running() ? service.cpuMilli() : 0;
        }
        return cpuMilli;
    }

    /** Whether there is such a service and it does not run. */
    public static boolean isStopped(World world, String host, String service) {
        return world.table(SERVICES).find(host, service).map(s -> !s.running()).orElse(false);
    }

    /** Whether there is such a service and it runs. */
    public static boolean isRunning(World world, String host, String service) {
        return world.table(SERVICES).find(host, service).map(Service::running).orElse(false);
    }
}
