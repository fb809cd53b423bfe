package org.maquete.ceph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.hardware.Disk;
import org.maquete.hardware.DiskRole;
import org.maquete.hardware.HardwareView;
import org.maquete.world.World;

/**
 * What ceph-osd makes of its option {@code osd-devices} on one host.
 *
 * @param usable configured devices that become OSDs; none when one of them is not pristine
 * @param nonPristine configured devices that carry data of somebody
 * @param boot configured devices that the system itself lives on; the charm passes over them
 * @param absent configured names that the host does not have; the charm passes over them
 */
record BlockDevices(
        List<String> usable, List<String> nonPristine, List<String> boot, List<String> absent) {

    BlockDevices {
        usable = List.copyOf(usable);
        nonPristine = List.copyOf(nonPristine);
        boot = List.copyOf(boot);
        absent = List.copyOf(absent);
    }

    /** The devices that {@code configured} (names between blanks) means on a host. */
    static BlockDevices of(World world, String host, String configured) {
        List<String> taken = CephView.osds(world, host).stream().map(Osd::device).toList();
        List<String> usable = new ArrayList<>();
        List<String> nonPristine = new ArrayList<>();
        List<String> boot = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        for (String name : configured.strip().split("\\s+", -1)) {
            if (name.isEmpty() || taken.contains(name) || usable.contains(name)) {
                continue;
            }
            Optional<Disk> disk = HardwareView.disk(world, host, name);
            List<String> kind =
                    disk.isEmpty()
                            ? absent
                            : disk.get().role() == DiskRole.BOOT
                                    ? boot
                                    : disk.get().pristine() ? usable : nonPristine;
            kind.add(name);
        }
        return new BlockDevices(
                nonPristine.isEmpty() ? usable : List.of(), nonPristine, boot, absent);
    }
}
