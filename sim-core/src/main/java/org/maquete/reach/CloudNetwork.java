package org.maquete.reach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.neutron.Network;
import org.maquete.neutron.NeutronView;
import org.maquete.neutron.Port;
import org.maquete.neutron.Router;
import org.maquete.neutron.Subnet;
import org.maquete.neutron.ovn.NorthboundView;
import org.maquete.ovn.nb.LogicalRouterPort;
import org.maquete.ovn.nb.LogicalSwitch;
import org.maquete.ovn.nb.LogicalSwitchPort;
import org.maquete.ovn.nb.Northbound;
import org.maquete.ovn.pipeline.Binding;
import org.maquete.ovn.pipeline.Packet;
import org.maquete.ovn.pipeline.Session;
import org.maquete.ovn.pipeline.Tracer;
import org.maquete.ovn.pipeline.Verdict;
import org.maquete.world.World;

/** The networks of a world: Neutron's objects, their rows, and what routers have learnt. */
final class CloudNetwork {

    private static final String PREFIX = "neutron-"; // <prefix>: neutron yoga, ovn/utils.py

    private final World world;
    private final Northbound rows;
    private final Tracer tracer;
    private final List<Binding> learnt = new ArrayList<>();
    private final Map<String, LogicalSwitchPort> switchPorts = new LinkedHashMap<>();
    private final Map<String, LogicalRouterPort> routerPorts = new LinkedHashMap<>();
    private final Map<String, String> localnets = new LinkedHashMap<>();
    private final Map<String, String> networksByPort = new LinkedHashMap<>();

    CloudNetwork(World world) {
        this.world = world;
        rows = NorthboundView.of(world);
        tracer = new Tracer(rows, List.of());
        rows.switchPorts().forEach(port -> switchPorts.put(port.name(), port));
        rows.routerPorts().forEach(port -> routerPorts.put(port.name(), port));
        for (LogicalSwitch each : rows.switches()) {
            for (String port : each.ports()) {
                networksByPort.put(port, uuid(each.name()));
                boolean isLocalnet =
                        switchPort(port)
                                .map(p -> p.type().equals(LogicalSwitchPort.LOCALNET))
                                .orElse(false);
                if (isLocalnet) {
                    localnets.put(uuid(each.name()), port);
                }
            }
        }
    }

    World world() {
        return world;
    }

    Northbound rows() {
        return rows;
    }

    /** A conversation of which nothing was sent yet. */
    Session session() {
        return new Session(tracer);
    }

    /** Follows a packet without one. */
    Verdict trace(String inport, Packet packet) {
        return tracer.trace(inport, packet);
    }

    /** A router hears whose MAC an address has. */
    void learn(Binding binding) {
        learnt.add(binding);
        tracer.update(rows, learnt);
    }

    private static String uuid(String row) {
        return row.startsWith(PREFIX) ? row.substring(PREFIX.length()) : row;
    }

    Optional<LogicalSwitchPort> switchPort(String name) {
        return Optional.ofNullable(switchPorts.get(name));
    }

    Optional<LogicalRouterPort> routerPort(String name) {
        return Optional.ofNullable(routerPorts.get(name));
    }

    /** The router of a row, by the row's name. */
    Optional<Router> router(String row) {
        String uuid = uuid(row);
        return routers().stream().filter(router -> router.uuid().equals(uuid)).findFirst();
    }

    /** The network of a row, by the row's name. */
    Optional<Network> network(String row) {
        return NeutronView.network(world, uuid(row));
    }

    /** The network that a switch's port is on. */
    Optional<Network> networkOf(String port) {
        String uuid = networksByPort.get(port);
        return uuid == null ? Optional.empty() : NeutronView.network(world, uuid);
    }

    boolean isLocalnet(String port) {
        return localnets.containsValue(port);
    }

    /** The port to the physical network. */
    Optional<String> localnet(Network network) {
        return Optional.ofNullable(localnets.get(network.uuid()));
    }

    List<Router> routers() {
        return NeutronView.routers(world);
    }

    /** Networks with a physical one beneath, the external ones first. */
    List<Network> providers() {
        List<Network> all = new ArrayList<>();
        for (Network each : NeutronView.networks(world)) {
            if (each.external() && localnets.containsKey(each.uuid())) {
                all.add(each);
            }
        }
        for (Network each : NeutronView.networks(world)) {
            if (!each.external() && localnets.containsKey(each.uuid())) {
                all.add(each);
            }
        }
        return all;
    }

    List<Subnet> subnets(Network network) {
        return NeutronView.subnets(world, network.uuid());
    }

    Optional<Subnet> subnet(String uuid) {
        return NeutronView.subnet(world, uuid);
    }

    /** The subnet of a network that an address is in. */
    Optional<Subnet> subnetOf(Network network, String address) {
        return subnets(network).stream().filter(s -> Ip4.isIn(address, s.cidr())).findFirst();
    }

    /** The port that has a fixed address; of several that of a server first. */
    Optional<Port> portWith(String address) {
        Optional<Port> found = Optional.empty();
        for (Port each : NeutronView.ports(world)) {
            boolean isServer = each.deviceOwner().startsWith("compute:");
            if (each.address().equals(address) && (found.isEmpty() || isServer)) {
                found = Optional.of(each);
            }
        }
        return found;
    }

    /** The interfaces and gateways of routers in a subnet. */
    List<Port> routerPortsIn(String subnet) {
        return NeutronView.ports(world).stream()
                .filter(port -> port.deviceOwner().startsWith("network:router"))
                .filter(port -> port.subnet().equals(subnet))
                .toList();
    }

    /**
     * Whether somebody on the physical network has an address of a subnet: its gateway, and what
     * Neutron does not give away.
     */
    boolean isPhysical(Network provider, String address) {
        Optional<Subnet> subnet = subnetOf(provider, address);
        return subnet.isPresent()
                && (subnet.get().gateway().equals(address)
                        || subnet.get().pools().stream()
                                .noneMatch(pool -> Ip4.isInPool(address, pool)));
    }

    /** The address of somebody on a provider's network who is not of the cloud. */
    Optional<String> addressOutside(Network provider) {
        for (Subnet subnet : subnets(provider)) {
            for (String address : Ip4.highest(subnet.cidr(), TRIES)) {
                if (!address.equals(subnet.gateway())
                        && isPhysical(provider, address)
                        && portWith(address).isEmpty()) {
                    return Optional.of(address);
                }
            }
            if (!subnet.gateway().isEmpty()) {
                return Optional.of(subnet.gateway());
            }
        }
        return Optional.empty();
    }

    private static final int TRIES = 4096; // <addresses>: a /20, the lab's provider network
}
