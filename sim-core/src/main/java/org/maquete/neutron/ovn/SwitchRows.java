package org.maquete.neutron.ovn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.maquete.neutron.Network;
import org.maquete.neutron.Port;
import org.maquete.neutron.Subnet;
import org.maquete.ovn.nb.DhcpOptions;
import org.maquete.ovn.nb.LogicalSwitch;
import org.maquete.ovn.nb.LogicalSwitchPort;

/** Networks, their ports and what their subnets offer by DHCP. */
final class SwitchRows {

    private static final String LOCALPORT = "localport"; // <type>: OVN 22.03, ovn-nb(5)
    private static final String LB_VIP = "ovn-lb-vip-"; // <prefix>: yoga, LB_VIP_PORT_PREFIX

    private final NeutronObjects objects;
    private final DriverOptions options;
    private final List<LogicalSwitch> switches = new ArrayList<>();
    private final List<LogicalSwitchPort> ports = new ArrayList<>();

    SwitchRows(NeutronObjects objects, DriverOptions options) {
        this.objects = objects;
        this.options = options;
        objects.networks().forEach(this::network);
    }

    List<LogicalSwitch> switches() {
        return switches;
    }

    List<LogicalSwitchPort> ports() {
        return ports;
    }

    private void network(Network network) {
        List<String> names = new ArrayList<>();
        if (!network.physnet().isEmpty()) {
            LogicalSwitchPort segment = segment(network);
            ports.add(segment);
            names.add(segment.name());
        }
        for (Port port : objects.portsOfNetwork(network.uuid())) {
            ports.add(port(port, network));
            names.add(port.uuid());
        }
        SortedMap<String, String> config = new TreeMap<>();
        config.put("mcast_snoop", "false");
        config.put("mcast_flood_unregistered", "false");
        config.put("vlan-passthru", "false");
        SortedMap<String, String> ids = new TreeMap<>();
        ids.put("neutron:network_name", network.name());
        ids.put("neutron:mtu", Integer.toString(network.mtu()));
        ids.put("neutron:revision_number", "2");
        ids.put("neutron:availability_zone_hints", "");
        switches.add(
                new LogicalSwitch(
                        name(network.uuid()), names, List.of(), List.of(), List.of(), config, ids));
    }

    /** What the driver calls the row of a network or router. */
    static String name(String uuid) {
        return "neutron-" + uuid;
    }

    /** The name of the port to the physical network of a network. */
    static String segmentName(Network network) {
        return "provnet-" + DrawnIds.uuid(network.uuid(), "segment");
    }

    private static LogicalSwitchPort segment(Network network) {
        SortedMap<String, String> own = new TreeMap<>();
        own.put("network_name", network.physnet());
        own.put("mcast_flood_reports", "true");
        own.put("mcast_flood", "false");
        return new LogicalSwitchPort(
                segmentName(network),
                LogicalSwitchPort.LOCALNET,
                List.of("unknown"),
                List.of(),
                network.type().equals("vlan") ? network.segment() : 0,
                true,
                Optional.empty(),
                own,
                new TreeMap<>());
    }

    private LogicalSwitchPort port(Port port, Network network) {
        SortedMap<String, String> ids = new TreeMap<>();
        boolean isTrusted = NeutronObjects.isTrusted(port);
        ids.put("neutron:port_name", port.name());
        ids.put("neutron:device_id", port.deviceId());
        ids.put("neutron:project_id", port.project());
        ids.put("neutron:cidrs", objects.cidr(port));
        ids.put("neutron:device_owner", port.deviceOwner());
        ids.put("neutron:network_name", name(network.uuid()));
        ids.put("neutron:security_group_ids", isTrusted ? "" : String.join(" ", port.groups()));
        return switch (port.deviceOwner()) {
            case NeutronObjects.INTERFACE, NeutronObjects.GATEWAY -> router(port, ids);
            default -> instance(port, network, ids);
        };
    }

    private static LogicalSwitchPort router(Port port, SortedMap<String, String> ids) {
        SortedMap<String, String> own = new TreeMap<>();
        own.put("router-port", "lrp-" + port.uuid());
        if (port.deviceOwner().equals(NeutronObjects.GATEWAY)) {
            own.put("nat-addresses", "router");
            own.put("exclude-lb-vips-from-garp", "true");
        }
        ids.put("neutron:revision_number", "1");
        return new LogicalSwitchPort(
                port.uuid(),
                LogicalSwitchPort.ROUTER,
                List.of("router"),
                List.of(),
                0,
                true,
                Optional.empty(),
                own,
                ids);
    }

    private LogicalSwitchPort instance(Port port, Network network, SortedMap<String, String> ids) {
        boolean isMetadata = port.deviceOwner().equals(NeutronObjects.METADATA);
        boolean isTrusted = NeutronObjects.isTrusted(port);
        SortedMap<String, String> own = new TreeMap<>();
        own.put("requested-chassis", port.host());
        if (!isMetadata) {
            own.put("mcast_flood_reports", "true");
        }
        ids.put("neutron:revision_number", "4");
        ids.put("neutron:subnet_pool_addr_scope4", "");
        ids.put("neutron:subnet_pool_addr_scope6", "");
        if (!port.host().isEmpty()) {
            ids.put("neutron:host_id", port.host());
        }
        objects.floatingIpOfPort(port.uuid())
                .ifPresent(each -> ids.put("neutron:port_fip", each.address()));
        List<String> secured = secured(port);
        List<String> parents =
                port.host().isEmpty() && !isTrusted
                        ? objects.parents(network.uuid(), port.address())
                        : List.of();
        if (!parents.isEmpty()) {
            own.put("virtual-ip", port.address());
            own.put("virtual-parents", String.join(",", parents));
        }
        boolean isVip = port.name().startsWith(LB_VIP) && port.deviceOwner().isEmpty();
        List<String> addresses = new ArrayList<>(isVip ? List.of() : secured);
        if (isTrusted && !isMetadata) {
            addresses.add("unknown");
        }
        Optional<DhcpOptions> dhcp =
                isTrusted
                        ? Optional.empty()
                        : objects.subnet(port.subnet())
                                .filter(Subnet::dhcp)
                                .map(subnet -> dhcp(subnet, network));
        return new LogicalSwitchPort(
                port.uuid(),
                isMetadata ? LOCALPORT : parents.isEmpty() ? "" : LogicalSwitchPort.VIRTUAL,
                addresses,
                isTrusted ? List.of() : secured,
                0,
                true,
                dhcp,
                own,
                ids);
    }

    /** What a port may send from: a pair of its own MAC joins its own entry. */
    private List<String> secured(Port port) {
        StringBuilder own = new StringBuilder(port.mac());
        own.append(port.address().isEmpty() ? "" : " " + port.address());
        List<String> all = new ArrayList<>();
        for (String pair : objects.pairs(port.uuid())) {
            if (pair.startsWith(port.mac() + " ")) {
                own.append(pair.substring(port.mac().length()));
            } else {
                all.add(pair);
            }
        }
        all.addFirst(own.toString());
        return all;
    }

    private DhcpOptions dhcp(Subnet subnet, Network network) {
        SortedMap<String, String> ids = new TreeMap<>();
        ids.put("subnet_id", subnet.uuid());
        ids.put("neutron:revision_number", "0");
        SortedMap<String, String> own = new TreeMap<>();
        String metadata = objects.metadataAddress(subnet);
        String server = subnet.gateway().isEmpty() ? metadata : subnet.gateway();
        if (!server.isEmpty()) {
            own.put("server_id", server);
            own.put("lease_time", Integer.toString(options.leaseS()));
            own.put("mtu", Integer.toString(network.mtu()));
            own.put("server_mac", DrawnIds.mac(subnet.uuid(), "dhcp server"));
            offer(subnet, metadata, own);
        }
        return new DhcpOptions(subnet.cidr(), own, ids);
    }

    private void offer(Subnet subnet, String metadata, SortedMap<String, String> own) {
        String domain = options.dnsDomain();
        if (!domain.isEmpty() && !domain.equals(DriverOptions.NO_DOMAIN)) {
            own.put("domain_name", "\"" + domain + "\"");
        }
        if (!subnet.gateway().isEmpty()) {
            own.put("router", subnet.gateway());
        }
        List<String> servers =
                subnet.nameservers().isEmpty() ? options.dnsServers() : subnet.nameservers();
        if (!servers.isEmpty() && !servers.contains("0.0.0.0")) {
            own.put("dns_server", "{" + String.join(", ", servers) + "}");
        }
        if (!metadata.isEmpty()) {
            String routes = "169.254.169.254/32," + metadata;
            String last = subnet.gateway().isEmpty() ? "" : ", 0.0.0.0/0," + subnet.gateway();
            own.put("classless_static_route", "{" + routes + last + "}");
        }
    }
}
