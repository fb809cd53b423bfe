package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.Machine;
import org.maquete.host.Host;
import org.maquete.host.HostKind;
import org.maquete.host.HostView;
import org.maquete.lxd.LxdView;
import org.maquete.placement.PlacementView;
import org.maquete.placement.ResourceProvider;
import org.maquete.world.World;

/**
 * The memory and processors of a machine as they are, beside what Nova believes. Nova counts its
 * own servers and what is reserved; it sees neither the containers beside it nor what else runs.
 *
 * @param machine its name
 * @param memoryMib what is installed
 * @param cpuThreads hardware threads
 * @param systemMib what the system and the services on the metal use
 * @param containersMib what containers use, with their systems
 * @param containerCount how many run
 * @param serversMib what Nova's servers were promised
 * @param cpuMilli thousandths of a hardware thread that services and containers use when idle
 * @param novaFreeMib what Nova believes it can still promise; -1 where it runs no servers
 */
public record HostMemory(
        String machine,
        int memoryMib,
        int cpuThreads,
        int systemMib,
        int containersMib,
        int containerCount,
        int serversMib,
        int cpuMilli,
        int novaFreeMib) {

    private static final int SYSTEM_MIB = 600; // GUESS: kernel, systemd, snapd, LXD on Ubuntu 22.04

    /** What is in use in truth. */
    public int usedMib() {
        return systemMib + containersMib + serversMib;
    }

    /** What is left in truth; below 0 the host swaps. */
    public int freeMib() {
        return memoryMib - usedMib();
    }

    /** The machines that run a system, in order of installation. */
    public static List<HostMemory> of(World world) {
        List<HostMemory> all = new ArrayList<>();
        List<ResourceProvider> providers = PlacementView.providers(world);
        for (Machine machine : HardwareView.machines(world)) {
            if (HostView.isUp(world, machine.name())) {
                all.add(of(machine, providers, world));
            }
        }
        return all;
    }

    private static HostMemory of(Machine machine, List<ResourceProvider> providers, World world) {
        String name = machine.name();
        Optional<ResourceProvider> provider =
                providers.stream().filter(p -> p.name().equals(name)).findFirst();
        int containersMib = 0;
        int count = 0;
        int cpuMilli = HostView.cpuUsedMilli(world, name);
        for (Host child : HostView.children(world, name)) {
            if (child.kind() == HostKind.CONTAINER && child.booted()) {
                count++;
                containersMib += LxdView.SYSTEM_MIB + HostView.memoryUsedMib(world, child.name());
                cpuMilli += HostView.cpuUsedMilli(world, child.name());
            }
        }
        return new HostMemory(
                name,
                machine.memoryMib(),
                machine.cpuThreads(),
                SYSTEM_MIB + HostView.memoryUsedMib(world, name),
                containersMib,
                count,
                provider.map(ResourceProvider::ramMibUsed).orElse(0),
                cpuMilli,
                provider.map(p -> (int) p.ramAllowed() - p.ramMibUsed()).orElse(-1));
    }
}
