package org.maquete.neutron.ovn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.neutron.FloatingIp;
import org.maquete.neutron.Network;
import org.maquete.neutron.NeutronView;
import org.maquete.neutron.Port;
import org.maquete.neutron.Router;
import org.maquete.neutron.SecurityGroup;
import org.maquete.neutron.SecurityGroupRule;
import org.maquete.neutron.Subnet;
import org.maquete.world.World;

/**
 * Neutron's objects in order of creation, found by what the driver looks them up with. Reading a
 * world costs one pass over each table.
 */
final class NeutronObjects {

    static final String METADATA = "network:distributed"; // <device owner>: neutron-lib, constants
    static final String INTERFACE = "network:router_interface"; // <device owner>: as above
    static final String GATEWAY = "network:router_gateway"; // <device owner>: as above

    private final List<Network> networks;
    private final List<Router> routers;
    private final List<SecurityGroup> groups;
    private final Map<String, Subnet> subnets = new LinkedHashMap<>();
    private final Map<String, List<Port>> portsByNetwork = new LinkedHashMap<>();
    private final Map<String, List<Port>> portsByRouter = new LinkedHashMap<>();
    private final Map<String, List<Port>> portsByGroup = new LinkedHashMap<>();
    private final Map<String, Port> metadataByNetwork = new LinkedHashMap<>();
    private final Map<String, Port> ports = new LinkedHashMap<>();
    private final Map<String, List<FloatingIp>> floatingByRouter = new LinkedHashMap<>();
    private final Map<String, FloatingIp> floatingByPort = new LinkedHashMap<>();
    private final Map<String, List<SecurityGroupRule>> rulesByGroup = new LinkedHashMap<>();

    private final Map<String, List<String>> routesByRouter = new LinkedHashMap<>();
    private final Map<String, List<String>> pairsByPort = new LinkedHashMap<>();

    private NeutronObjects(World world) {
        networks = inOrder(NeutronView.networks(world), Network::id);
        routers = inOrder(NeutronView.routers(world), Router::id);
        groups = inOrder(NeutronView.groups(world), SecurityGroup::id);
        for (Subnet each : inOrder(NeutronView.subnets(world), Subnet::id)) {
            subnets.put(each.uuid(), each);
        }
        for (Port each : inOrder(NeutronView.ports(world), Port::id)) {
            add(each);
        }
        for (Network each : networks) {
            if (!metadataByNetwork.containsKey(each.uuid())) {
                add(metadata(each));
            }
        }
        for (FloatingIp each : inOrder(NeutronView.floatingIps(world), FloatingIp::id)) {
            if (!each.router().isEmpty()) {
                put(floatingByRouter, each.router(), each);
                floatingByPort.put(each.port(), each);
            }
        }
        for (SecurityGroupRule each : inOrder(NeutronView.rules(world), SecurityGroupRule::id)) {
            put(rulesByGroup, each.group(), each);
        }
        for (Router each : routers) {
            routesByRouter.put(each.uuid(), NeutronView.routes(world, each.uuid()));
        }
        for (String port : ports.keySet()) {
            List<String> pairs = NeutronView.pairs(world, port);
            if (!pairs.isEmpty()) {
                pairsByPort.put(port, pairs);
            }
        }
    }

    static NeutronObjects of(World world) {
        return new NeutronObjects(world);
    }

    /** Number of a row: the order of creation. */
    @FunctionalInterface
    private interface Numbered<R> {
        int id(R row);
    }

    private static <R> List<R> inOrder(List<R> rows, Numbered<R> number) {
        List<R> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparingInt(number::id));
        return sorted;
    }

    private static <R> void put(Map<String, List<R>> map, String key, R row) {
        map.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
    }

    private void add(Port port) {
        ports.put(port.uuid(), port);
        put(portsByNetwork, port.network(), port);
        switch (port.deviceOwner()) {
            case METADATA -> metadataByNetwork.put(port.network(), port);
            case INTERFACE, GATEWAY -> put(portsByRouter, port.deviceId(), port);
            default -> port.groups().forEach(group -> put(portsByGroup, group, port));
        }
    }

    /** The driver makes it with the network; it has no address before there is a DHCP subnet. */
    private static Port metadata(Network network) {
        return new Port(
                -1,
                DrawnIds.uuid(network.uuid(), "metadata port"),
                network.project(),
                network.uuid(),
                "",
                DrawnIds.mac(network.uuid(), "metadata port"),
                "ovnmeta-" + network.uuid(),
                METADATA,
                "",
                "",
                List.of(),
                "",
                "DOWN",
                network.createdNs());
    }

    List<Network> networks() {
        return networks;
    }

    Network network(String uuid) {
        for (Network each : networks) {
            if (each.uuid().equals(uuid)) {
                return each;
            }
        }
        throw new IllegalStateException("expected the network " + uuid + ", which a port names");
    }

    List<Router> routers() {
        return routers;
    }

    List<SecurityGroup> groups() {
        return groups;
    }

    Optional<Subnet> subnet(String uuid) {
        return Optional.ofNullable(subnets.get(uuid));
    }

    List<Port> ports() {
        return List.copyOf(ports.values());
    }

    Optional<Port> port(String uuid) {
        return Optional.ofNullable(ports.get(uuid));
    }

    List<Port> portsOfNetwork(String network) {
        return portsByNetwork.getOrDefault(network, List.of());
    }

    List<Port> portsOfRouter(String router) {
        return portsByRouter.getOrDefault(router, List.of());
    }

    List<Port> portsOfGroup(String group) {
        return portsByGroup.getOrDefault(group, List.of());
    }

    List<FloatingIp> floatingIpsOfRouter(String router) {
        return floatingByRouter.getOrDefault(router, List.of());
    }

    Optional<FloatingIp> floatingIpOfPort(String port) {
        return Optional.ofNullable(floatingByPort.get(port));
    }

    List<SecurityGroupRule> rules(String group) {
        return rulesByGroup.getOrDefault(group, List.of());
    }

    /** Extra routes, each as {@code destination nexthop}. */
    List<String> routes(String router) {
        return routesByRouter.getOrDefault(router, List.of());
    }

    /** Allowed address pairs, each as {@code MAC address-or-network}. */
    List<String> pairs(String port) {
        return pairsByPort.getOrDefault(port, List.of());
    }

    /** Ports of a network that may send from an address too. */
    List<String> parents(String network, String address) {
        List<String> parents = new ArrayList<>();
        if (!address.isEmpty() && !pairsByPort.isEmpty()) {
            for (Port each : portsOfNetwork(network)) {
                for (String pair : pairs(each.uuid())) {
                    if (pair.endsWith(" " + address)) {
                        parents.add(each.uuid());
                    }
                }
            }
        }
        return parents;
    }

    /** The address that instances of a subnet ask for metadata; empty for none. */
    String metadataAddress(Subnet subnet) {
        Port port = metadataByNetwork.get(subnet.network());
        return port != null && port.subnet().equals(subnet.uuid()) ? port.address() : "";
    }

    /** Its address with the length of the subnet's prefix; empty when it has none. */
    String cidr(Port port) {
        return subnet(port.subnet())
                .map(each -> port.address() + each.cidr().substring(each.cidr().indexOf('/')))
                .orElse("");
    }

    /** Ports of Neutron's own devices: no port security, no DHCP. */
    static boolean isTrusted(Port port) {
        return port.deviceOwner().startsWith("network:");
    }
}
