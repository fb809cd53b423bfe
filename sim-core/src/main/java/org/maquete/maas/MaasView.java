package org.maquete.maas;

import java.util.List;
import java.util.Optional;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/** What MAAS answers when it is asked: its beliefs, which lag behind the truth. */
public final class MaasView {

    /** Machines by host name. */
    public static final TableKey<Machine> MACHINES = TableKey.keyed("maas.machine");

    /** Deployments under way by host name. */
    public static final TableKey<Deployment> DEPLOYMENTS = TableKey.keyed("maas.deployment");

    /** Subnets by CIDR. */
    public static final TableKey<Subnet> SUBNETS = TableKey.keyed("maas.subnet");

    /** Assigned addresses by device. */
    public static final TableKey<Address> ADDRESSES = TableKey.keyed("maas.address");

    /** Synced boot images by name. */
    public static final TableKey<BootImage> IMAGES = TableKey.keyed("maas.boot-image");

    private MaasView() {}

    /** All machines in order of enlisting. */
    public static List<Machine> machines(World world) {
        return world.table(MACHINES).stream().toList();
    }

    /** The machine with that host name, if any. */
    public static Optional<Machine> machine(World world, String hostname) {
        return world.table(MACHINES).find(hostname);
    }

    /** The deployment of that machine, while it lasts. */
    public static Optional<Deployment> deployment(World world, String hostname) {
        return world.table(DEPLOYMENTS).find(hostname);
    }

    /** The subnet of the lab, if one is defined. */
    public static Optional<Subnet> subnet(World world) {
        return world.table(SUBNETS).stream().findFirst();
    }

    /** All assigned addresses in order of assignment. */
    public static List<Address> addresses(World world) {
        return world.table(ADDRESSES).stream().toList();
    }

    /** The address of a machine or container; empty when it has none. */
    public static String addressOf(World world, String device) {
        return world.table(ADDRESSES).find(device).map(Address::address).orElse("");
    }

    /** The names of the synced boot images, in order of import. */
    public static List<String> images(World world) {
        return world.table(IMAGES).stream().map(BootImage::name).toList();
    }
}
