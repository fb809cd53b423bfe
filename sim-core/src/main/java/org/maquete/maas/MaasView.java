package org.maquete.maas;

import java.util.ArrayList;
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

    /** What MAAS is doing with machines besides deploying them, by host name. */
    public static final TableKey<Operation> OPERATIONS = TableKey.keyed("maas.operation");

    /** Tags, zones, pools and parts of the network by kind and name. */
    public static final TableKey<Resource> RESOURCES = TableKey.keyed("maas.resource");

    /** Ranges of addresses by both ends. */
    public static final TableKey<IpRange> RANGES = TableKey.keyed("maas.iprange");

    /** Unknown machines that have booted from the network, by name. */
    public static final TableKey<Enlistment> ENLISTMENTS = TableKey.keyed("maas.enlistment");

    /** Network interfaces that people made or changed, by machine and name. */
    public static final TableKey<Interface> INTERFACES = TableKey.keyed("maas.interface");

    /** Boot images under way, by name. */
    public static final TableKey<ImageSync> SYNCS = TableKey.keyed("maas.image-sync");

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

    /** What MAAS is doing with that machine besides deploying it. */
    public static Optional<Operation> operation(World world, String hostname) {
        return world.table(OPERATIONS).find(hostname);
    }

    /** The machine with that system id, if any. */
    public static Optional<Machine> bySystemId(World world, String systemId) {
        for (Machine machine : world.table(MACHINES)) {
            if (machine.systemId().equals(systemId)) {
                return Optional.of(machine);
            }
        }
        return Optional.empty();
    }

    /** All of a kind in order of making. */
    public static List<Resource> resources(World world, ResourceKind kind) {
        return world.table(RESOURCES).where(resource -> resource.kind() == kind);
    }

    /** The one of a kind with that name, if any. */
    public static Optional<Resource> resource(World world, ResourceKind kind, String name) {
        return world.table(RESOURCES).find(Resource.key(kind, name));
    }

    /** The name of a machine in the DNS of MAAS. */
    public static String fqdn(String hostname) {
        return hostname + ".maas";
    }

    /** The address behind a name in the DNS of MAAS; empty when there is none. */
    public static String resolve(World world, String fqdn) {
        String domain = fqdn("");
        return fqdn.endsWith(domain)
                ? addressOf(world, fqdn.substring(0, fqdn.length() - domain.length()))
                : "";
    }

    /** The space of a VLAN, which a subnet names; {@code undefined} when it is in none. */
    public static String spaceOf(World world, String vlan) {
        String space =
                resource(world, ResourceKind.VLAN, vlan).map(v -> v.attribute("space")).orElse("");
        for (Resource one :
                space.isEmpty() ? List.<Resource>of() : resources(world, ResourceKind.SPACE)) {
            if (Integer.toString(one.number()).equals(space)) {
                return one.name();
            }
        }
        return space.isEmpty() ? Space.UNDEFINED : space;
    }

    /**
     * All spaces in order of making, with their subnets; last, as in the API, the undefined one,
     * when a VLAN is in none.
     */
    public static List<Space> spaces(World world) {
        List<Space> spaces = new ArrayList<>();
        for (Resource space : resources(world, ResourceKind.SPACE)) {
            spaces.add(new Space(space.number(), space.name(), subnetsIn(world, space.name())));
        }
        for (Resource vlan : resources(world, ResourceKind.VLAN)) {
            if (spaceOf(world, vlan.name()).equals(Space.UNDEFINED)) {
                List<Subnet> rest = subnetsIn(world, Space.UNDEFINED);
                spaces.add(new Space(Space.NUMBER_UNDEFINED, Space.UNDEFINED, rest));
                break;
            }
        }
        return spaces;
    }

    private static List<Subnet> subnetsIn(World world, String space) {
        return world.table(SUBNETS).where(subnet -> spaceOf(world, subnet.vlan()).equals(space));
    }

    /** Whether the DHCP server of MAAS answers on a VLAN. */
    public static boolean isServed(Resource vlan) {
        return vlan.attribute("dhcp_on").equalsIgnoreCase("true");
    }

    /**
     * The names of the spaces that a machine has an interface in, in order of its interfaces. A
     * port of which no subnet was told is on the first one, from which machines boot.
     */
    public static List<String> spacesOf(World world, String hostname) {
        List<String> names = new ArrayList<>();
        for (Interface each : InterfaceView.of(world, hostname)) {
            boolean isLinked = each.links().stream().anyMatch(link -> !link.cidr().isEmpty());
            boolean isUntold = each.vlan().isEmpty() && each.type() == InterfaceType.PHYSICAL;
            String vlan = isUntold ? subnet(world).map(Subnet::vlan).orElse("") : each.vlan();
            String name = spaceOf(world, vlan);
            if ((isLinked || isUntold) && !names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** All subnets in order of making. */
    public static List<Subnet> subnets(World world) {
        return world.table(SUBNETS).stream().toList();
    }

    /** The first subnet, from which machines boot, if one is defined. */
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

    /** The address of a machine or container in a subnet; empty when it has none there. */
    public static String addressIn(World world, String device, String cidr) {
        String further = addressOf(world, Address.device(device, cidr));
        String first = addressOf(world, device);
        boolean isThere =
                Ipv4.cidr(cidr).stream()
                        .anyMatch(all -> Ipv4.parse(first).stream().anyMatch(all::contains));
        return further.isEmpty() && isThere ? first : further;
    }

    /** The names of the synced boot images, in order of import. */
    public static List<String> images(World world) {
        return world.table(IMAGES).stream().map(BootImage::name).toList();
    }
}
