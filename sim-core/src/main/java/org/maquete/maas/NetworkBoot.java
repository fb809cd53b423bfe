package org.maquete.maas;

import java.util.Optional;
import org.maquete.hardware.HardwareView;
import org.maquete.world.World;

/**
 * Whether a machine that asks the network for something to boot gets an answer: it needs a cable
 * and a free address of the DHCP range, with DHCP on. Without a range MAAS relies on a DHCP server
 * of the site.
 */
final class NetworkBoot {

    private NetworkBoot() {}

    /** Whether nobody answers the machine. */
    static boolean isSilent(World world, String machine) {
        boolean uncabled =
                !HardwareView.nics(world, machine).isEmpty()
                        && !HardwareView.isCabled(world, machine);
        Optional<Ipv4.Range> range = range(world);
        return uncabled
                || (range.isPresent() && !isServed(world))
                || (range.isPresent()
                        && leases(world) >= range.get().high() - range.get().low() + 1);
    }

    /** Whether DHCP is on where machines boot. */
    private static boolean isServed(World world) {
        return MaasView.subnet(world)
                .flatMap(s -> MaasView.resource(world, ResourceKind.VLAN, s.vlan()))
                .filter(MaasView::isServed)
                .isPresent();
    }

    /** The DHCP range of the subnet, if MAAS has one. */
    static Optional<Ipv4.Range> range(World world) {
        return MaasView.subnet(world).flatMap(s -> Ipv4.range(s.dynamicLow(), s.dynamicHigh()));
    }

    /** How many machines run an ephemeral system with an address of the range. */
    static long leases(World world) {
        long count = world.table(MaasView.ENLISTMENTS).stream().count();
        for (Deployment deployment : world.table(MaasView.DEPLOYMENTS)) {
            switch (deployment.step()) {
                case LOAD_EPHEMERAL, CONFIGURE_STORAGE, INSTALL_OS, CONFIGURE_OS -> count++;
                case POWER_ON, PXE_BOOT, REBOOT -> {
                    // no lease yet, or no longer
                }
            }
        }
        for (Operation operation : world.table(MaasView.OPERATIONS)) {
            switch (operation.step()) {
                case LOAD_EPHEMERAL, GATHER, RUN_TESTS, WIPE -> count++;
                case POWER, PXE_BOOT, SWITCH -> {
                    // no lease yet, or no longer
                }
            }
        }
        for (Machine machine : world.table(MaasView.MACHINES)) {
            if (machine.status() == NodeStatus.RESCUE_MODE) {
                count++;
            }
        }
        return count;
    }
}
