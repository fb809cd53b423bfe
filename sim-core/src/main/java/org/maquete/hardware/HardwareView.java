package org.maquete.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/** What others may know of the rack: the truth, not what any control plane believes. */
public final class HardwareView {

    /** Machines by name. */
    public static final TableKey<Machine> MACHINES = TableKey.keyed("hardware.machine");

    /** Disks by machine and device name. */
    public static final TableKey<Disk> DISKS = TableKey.keyed("hardware.disk");

    /** Parts that are broken, by machine and part. */
    public static final TableKey<BrokenPart> BROKEN = TableKey.keyed("hardware.broken-part");

    /** Network ports by machine and name. */
    public static final TableKey<Nic> NICS = TableKey.keyed("hardware.nic");

    /** Management controllers by machine. */
    public static final TableKey<Controller> CONTROLLERS = TableKey.keyed("hardware.controller");

    private HardwareView() {}

    /** All machines in order of installation. */
    public static List<Machine> machines(World world) {
        return world.table(MACHINES).stream().toList();
    }

    /** The machine of that name, if any. */
    public static Optional<Machine> machine(World world, String name) {
        return world.table(MACHINES).find(name);
    }

    /** Whether there is such a machine and it runs. */
    public static boolean isOn(World world, String machine) {
        return machine(world, machine).map(Machine::on).orElse(false);
    }

    /** Whether there is such a machine and its socket has power. */
    public static boolean hasMains(World world, String machine) {
        return machine(world, machine).map(Machine::mains).orElse(false);
    }

    /** The disks of a machine in order of installation. */
    public static List<Disk> disks(World world, String machine) {
        return world.table(DISKS).where(disk -> disk.machine().equals(machine));
    }

    /** The disk of a machine with that device name, if any. */
    public static Optional<Disk> disk(World world, String machine, String name) {
        return world.table(DISKS).find(machine + " " + name);
    }

    /** The disks of a machine that nothing uses. */
    public static List<Disk> freeDisks(World world, String machine) {
        return world.table(DISKS)
                .where(disk -> disk.machine().equals(machine) && disk.role() == DiskRole.FREE);
    }

    /** The ports of a machine in order of installation. */
    public static List<Nic> nics(World world, String machine) {
        return world.table(NICS).where(nic -> nic.machine().equals(machine));
    }

    /** Whether packets pass at least one port of a machine: cable in, switch port enabled. */
    public static boolean isCabled(World world, String machine) {
        for (Nic nic : world.table(NICS)) {
            if (nic.machine().equals(machine) && nic.isLive()) {
                return true;
            }
        }
        return false;
    }

    /** What of a machine is broken. */
    public static List<Part> brokenParts(World world, String machine) {
        List<Part> parts = new ArrayList<>();
        for (BrokenPart broken : world.table(BROKEN)) {
            if (broken.machine().equals(machine)) {
                parts.add(broken.part());
            }
        }
        return parts;
    }
}
