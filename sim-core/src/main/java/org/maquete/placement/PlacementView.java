package org.maquete.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.hardware.Disk;
import org.maquete.hardware.DiskRole;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.Machine;
import org.maquete.host.HostView;
import org.maquete.juju.Application;
import org.maquete.juju.JujuView;
import org.maquete.juju.Unit;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/** What Placement answers when it is asked. */
public final class PlacementView {

    static final TableKey<Allocation> ALLOCATIONS = TableKey.keyed("placement.allocation");
    static final TableKey<ProviderMarks> MARKS = TableKey.keyed("placement.provider");

    // 2.0, 0.98, 1.0, ratio; 512, MiB: charm-nova-cloud-controller and charm-nova-compute
    // stable/yoga, config.yaml
    private static final double CPU_RATIO = 2.0;
    private static final double RAM_RATIO = 0.98;
    private static final double DISK_RATIO = 1.0;
    private static final int RESERVED_RAM_MIB = 512;

    private PlacementView() {}

    /** The hypervisors that have reported an inventory, in order of their units. */
    public static List<ResourceProvider> providers(World world) {
        List<ResourceProvider> providers = new ArrayList<>();
        for (Unit unit : JujuView.unitsOfCharm(world, "nova-compute")) {
            String host = JujuView.hostOf(world, unit);
            Optional<Machine> machine =
                    HostView.machineOf(world, host).flatMap(m -> HardwareView.machine(world, m));
            if (unit.isInstalled() && machine.isPresent()) {
                providers.add(provider(world, host, machine.get(), unit));
            }
        }
        return providers;
    }

    /** The uuid of a provider, which is that of its compute node. */
    public static String uuidOf(String provider) {
        return CandidacyView.uuidOf(provider);
    }

    /** Why a provider is no candidate for a request, with the numbers; empty: it is one. */
    public static Optional<String> refuses(
            World world, ResourceProvider provider, CandidateRequest request) {
        return CandidacyView.refuses(world, provider, request);
    }

    /** What has been said of a provider beside its inventory. */
    public static Optional<ProviderMarks> marks(World world, String provider) {
        return world.table(MARKS).find(provider);
    }

    /** All allocations, in order of their making. */
    public static List<Allocation> allocations(World world) {
        return world.table(ALLOCATIONS).where(a -> true);
    }

    /** The allocations of a consumer. */
    public static List<Allocation> allocations(World world, String consumer) {
        return world.table(ALLOCATIONS).where(a -> a.consumer().equals(consumer));
    }

    private static ResourceProvider provider(World world, String host, Machine machine, Unit unit) {
        int vcpus = 0;
        int ram = 0;
        int disk = 0;
        for (Allocation each : world.table(ALLOCATIONS).where(a -> a.provider().equals(host))) {
            vcpus += each.vcpus();
            ram += each.ramMib();
            disk += each.diskGib();
        }
        int diskGib =
                HardwareView.disks(world, machine.name()).stream()
                        .filter(d -> d.role() == DiskRole.BOOT)
                        .findFirst()
                        .map(Disk::gb)
                        .orElse(0);
        return new ResourceProvider(
                host,
                machine.cpuThreads(),
                machine.memoryMib(),
                diskGib,
                ratios(world, unit),
                vcpus,
                ram,
                disk);
    }

    private static ResourceProvider.Ratios ratios(World world, Unit compute) {
        Optional<Application> controller =
                JujuView.unitsOfCharm(world, "nova-cloud-controller").stream()
                        .findFirst()
                        .flatMap(u -> JujuView.application(world, u.model(), u.application()));
        Optional<Application> hypervisor =
                JujuView.application(world, compute.model(), compute.application());
        return new ResourceProvider.Ratios(
                option(world, controller, "cpu-allocation-ratio", CPU_RATIO),
                option(world, controller, "ram-allocation-ratio", RAM_RATIO),
                option(world, controller, "disk-allocation-ratio", DISK_RATIO),
                (int) option(world, hypervisor, "reserved-host-memory", RESERVED_RAM_MIB));
    }

    private static double option(
            World world, Optional<Application> application, String name, double otherwise) {
        return application
                .map(a -> JujuView.config(world, a, name))
                .filter(text -> text.matches("[0-9]+(\\.[0-9]+)?"))
                .map(Double::parseDouble)
                .orElse(otherwise);
    }
}
