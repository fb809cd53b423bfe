package org.maquete.host;

import java.util.Optional;
import org.maquete.hardware.CablePlugged;
import org.maquete.hardware.CablePulled;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.LinkCut;
import org.maquete.hardware.LinkMended;
import org.maquete.hardware.Nic;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/**
 * Decides what goes wrong with hosts that run: full disks, wrong clocks, lost networks.
 *
 * <p>A container has neither a file system of its own size nor a clock: both are those of the
 * machine or instance below it.
 */
final class FaultHandler {

    private FaultHandler() {}

    static void fillDisk(FillDisk command, World world, Outcome out) {
        Optional<Host> bottom = bottom(command.host(), world, out);
        if (bottom.isPresent() && !HostView.isDiskFull(world, bottom.get().name())) {
            out.fact(new DiskFilled(bottom.get().name()));
        }
    }

    static void freeDisk(FreeDisk command, World world, Outcome out) {
        Optional<Host> bottom = bottom(command.host(), world, out);
        if (bottom.isPresent() && HostView.isDiskFull(world, bottom.get().name())) {
            out.fact(new DiskFreed(bottom.get().name()));
        }
    }

    static void skewClock(SkewClock command, World world, Outcome out) {
        Optional<Host> host = HostView.host(world, command.host());
        if (host.isEmpty()) {
            out.refuse(HostHandler.absent("host", command.host()));
        } else if (host.get().kind() == HostKind.CONTAINER) {
            // date of coreutils 8.32 (Ubuntu 22.04) without the capability SYS_TIME
            out.refuse(Refusal.of("denied", "date: cannot set date: Operation not permitted"));
        } else if (!host.get().booted()) {
            out.refuse(HostHandler.down(command.host()));
        } else if (HostView.clockOffsetNs(world, command.host()) != command.offsetNs()) {
            out.fact(new ClockSkewed(command.host(), command.offsetNs()));
        }
    }

    /** chrony steps a clock that is wrong when it starts, but not later. */
    static void booted(HostBooted fact, World world, Outcome out) {
        Optional<HostFault> fault = world.table(HostView.FAULTS).find(fact.name());
        if (fault.isPresent() && fault.get().clockOffsetNs() != 0) {
            out.fact(new ClockSkewed(fact.name(), 0));
        }
    }

    static void cablePulled(CablePulled fact, World world, Outcome out) {
        boolean wasLive = nic(world, fact.machine(), fact.nic()).enabled();
        lost(fact.machine(), wasLive, world, out);
    }

    static void linkCut(LinkCut fact, World world, Outcome out) {
        boolean wasLive = nic(world, fact.machine(), fact.nic()).plugged();
        lost(fact.machine(), wasLive, world, out);
    }

    static void cablePlugged(CablePlugged fact, World world, Outcome out) {
        returned(nic(world, fact.machine(), fact.nic()), world, out);
    }

    static void linkMended(LinkMended fact, World world, Outcome out) {
        returned(nic(world, fact.machine(), fact.nic()), world, out);
    }

    private static Nic nic(World world, String machine, String name) {
        return world.table(HardwareView.NICS).get(machine + " " + name);
    }

    private static void lost(String machine, boolean wasLive, World world, Outcome out) {
        if (wasLive
                && !HardwareView.isCabled(world, machine)
                && HostView.host(world, machine).isPresent()) {
            out.fact(new NetworkLost(machine));
        }
    }

    private static void returned(Nic nic, World world, Outcome out) {
        int live = 0;
        for (Nic other : HardwareView.nics(world, nic.machine())) {
            live += other.isLive() ? 1 : 0;
        }
        boolean isFirst = nic.isLive() && live == 1;
        if (isFirst && HostView.host(world, nic.machine()).isPresent()) {
            out.fact(new NetworkReturned(nic.machine()));
        }
    }

    private static Optional<Host> bottom(String name, World world, Outcome out) {
        Optional<Host> bottom = HostView.bottomOf(world, name);
        if (bottom.isEmpty()) {
            out.refuse(HostHandler.absent("host", name));
        }
        return bottom;
    }
}
