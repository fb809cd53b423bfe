package org.maquete.neutron;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.maquete.keystone.client.Deleting;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.Line;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.keystone.client.Sheet;
import org.maquete.keystone.client.Showing;
import org.maquete.keystone.client.Stamp;
import org.maquete.tool.Deed;
import org.maquete.tool.Session;
import org.maquete.tool.argparse.Value;
import org.maquete.tool.cliff.Cell;
import org.maquete.world.World;

/** The commands about networks, subnets and ports. */
final class NetworkVerbs {

    private NetworkVerbs() {}

    static List<OpenstackVerb> all(OpenstackVerb.Maker make) {
        return Stream.of(networks(make), subnets(make), ports(make)).flatMap(List::stream).toList();
    }

    private static List<OpenstackVerb> networks(OpenstackVerb.Maker make) {
        return List.of(
                make.making(
                        Kinds.NETWORK,
                        "network create",
                        new Showing(
                                NetworkVerbs::createNetwork,
                                (id, line, world) ->
                                        sheet(
                                                world.table(NeutronTables.NETWORKS).get(id),
                                                world,
                                                true),
                                LookupView.both())),
                make.verb("network show", NetworkVerbs::showNetwork),
                make.verb("network list", NetworkVerbs::listNetworks),
                make.verb(
                        "network delete",
                        new Deleting(
                                "network",
                                "network",
                                (w, l, world) -> LookupView.network(w, l, world).map(Network::uuid),
                                (ids, _) -> new DeleteNetworkObjects(Kinds.NETWORK, ids),
                                LookupView.deleting("networks"))));
    }

    private static List<OpenstackVerb> subnets(OpenstackVerb.Maker make) {
        return List.of(
                make.making(
                        Kinds.SUBNET,
                        "subnet create",
                        new Showing(
                                NetworkVerbs::createSubnet,
                                (id, line, world) ->
                                        sheet(world.table(NeutronTables.SUBNETS).get(id)),
                                LookupView.sdk("subnets"))),
                make.verb("subnet show", NetworkVerbs::showSubnet),
                make.verb("subnet list", NetworkVerbs::listSubnets),
                make.verb(
                        "subnet delete",
                        new Deleting(
                                "subnet",
                                "subnet",
                                (w, l, world) -> LookupView.subnet(w, l, world).map(Subnet::uuid),
                                (ids, _) -> new DeleteNetworkObjects(Kinds.SUBNET, ids),
                                LookupView.deleting("subnets"))));
    }

    private static List<OpenstackVerb> ports(OpenstackVerb.Maker make) {
        return List.of(
                make.making(
                        Kinds.PORT,
                        "port create",
                        new Showing(
                                NetworkVerbs::createPort,
                                (id, line, world) ->
                                        sheet(world.table(NeutronTables.PORTS).get(id), world),
                                LookupView.sdk("ports"))),
                make.verb("port show", NetworkVerbs::showPort),
                make.verb("port list", NetworkVerbs::listPorts),
                make.verb(
                        "port delete",
                        new Deleting(
                                "port",
                                "port",
                                (w, l, world) -> LookupView.port(w, l, world).map(Port::uuid),
                                (ids, _) -> new DeleteNetworkObjects(Kinds.PORT, ids),
                                LookupView.deleting("ports"))));
    }

    // ---- networks

    private static Deed createNetwork(Line line, Session session, World world) {
        if (!line.texts("tags").isEmpty() || line.flag("disable")) {
            return new Deed.NotModelled("openstack network create --tag, --disable");
        }
        return new Deed.Ask(
                new CreateNetwork(
                        line.cloud().project(),
                        line.text("name"),
                        line.text("description"),
                        line.flag("external"),
                        line.flag("share"),
                        number(line.text("mtu")),
                        line.text("provider_network_type"),
                        line.text("physical_network"),
                        number(line.text("segmentation_id"))));
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static Deed showNetwork(Line line, Session session, World world) {
        Found<Network> found = LookupView.network(line.text("network"), line, world);
        return found.isThere()
                ? new Deed.Say(line.show(sheet(found.get(), world, false)))
                : found.reject(line, LookupView.EXECUTING);
    }

    private static Deed listNetworks(Line line, Session session, World world) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Network n : NeutronView.networks(world)) {
            boolean asked = !line.flag("external") || n.external();
            boolean inside = !line.flag("internal") || !n.external();
            boolean named = line.given("name").map(n.name()::equals).orElse(true);
            if (asked && inside && named) {
                rows.add(line.flag("long") ? longRow(n, world) : row(n, world));
            }
        }
        List<String> columns =
                line.flag("long")
                        ? List.of(
                                "ID",
                                "Name",
                                "Status",
                                "Project",
                                "State",
                                "Shared",
                                "Subnets",
                                "Network Type",
                                "Router Type",
                                "Availability Zones",
                                "Tags")
                        : List.of("ID", "Name", "Subnets");
        return new Deed.Say(line.list(columns, rows));
    }

    private static Cell subnetIds(Network n, World world) {
        return Cell.list(NeutronView.subnets(world, n.uuid()).stream().map(Subnet::uuid).toList());
    }

    private static List<Cell> row(Network n, World world) {
        return List.of(Cell.of(n.uuid()), Cell.of(n.name()), subnetIds(n, world));
    }

    private static List<Cell> longRow(Network n, World world) {
        return List.of(
                Cell.of(n.uuid()),
                Cell.of(n.name()),
                Cell.of("ACTIVE"),
                Cell.of(n.project()),
                new Cell.Formatted(Value.flag(true), "UP"),
                Cell.of(n.shared()),
                subnetIds(n, world),
                Cell.of(n.type()),
                routerType(n),
                Cell.list(List.of()),
                Cell.list(List.of()));
    }

    private static Cell routerType(Network n) {
        return new Cell.Formatted(Value.flag(n.external()), n.external() ? "External" : "Internal");
    }

    /** Whether it is the default is told of a network just made, and of external ones. */
    private static Sheet sheet(Network n, World world, boolean made) {
        String created = Stamp.zulu(n.createdNs());
        Sheet sheet =
                new Sheet()
                        .cell("admin_state_up", new Cell.Formatted(Value.flag(true), "UP"))
                        .noItems("availability_zone_hints", "availability_zones")
                        .text("created_at", created)
                        .text("description", n.description())
                        .none("dns_domain")
                        .text("id", n.uuid())
                        .none("ipv4_address_scope", "ipv6_address_scope");
        sheet = made || n.external() ? sheet.flag("is_default", false) : sheet.none("is_default");
        return sheet.none("is_vlan_transparent")
                .number("mtu", n.mtu())
                .text("name", n.name())
                .flag("port_security_enabled", true)
                .text("project_id", n.project())
                .text("provider:network_type", n.type())
                .textOrNone("provider:physical_network", n.physnet())
                .cell(
                        "provider:segmentation_id",
                        n.segment() > 0 ? Cell.of(n.segment()) : Cell.none())
                .none("qos_policy_id")
                .number("revision_number", 1)
                .cell("router:external", routerType(n))
                .none("segments")
                .flag("shared", n.shared())
                .text("status", "ACTIVE")
                .cell("subnets", subnetIds(n, world))
                .noItems("tags")
                .text("updated_at", created);
    }

    // ---- subnets

    private static Deed createSubnet(Line line, Session session, World world) {
        Found<Network> network = LookupView.network(line.text("network"), line, world);
        if (!network.isThere()) {
            return network.reject(line);
        }
        if (line.number("ip_version", 4) == 6 || line.text("subnet_range").contains(":")) {
            return new Deed.NotModelled("openstack subnet create with IPv6");
        }
        if (line.given("subnet_pool").isPresent() || line.flag("use_default_subnet_pool")) {
            return new Deed.NotModelled("openstack subnet create from a subnet pool");
        }
        String gateway = line.text("gateway");
        return new Deed.Ask(
                new CreateSubnet(
                        line.cloud().project(),
                        network.get().uuid(),
                        line.text("name"),
                        line.text("description"),
                        line.text("subnet_range"),
                        gateway.equals("auto") ? "" : gateway,
                        !line.flag("no_dhcp"),
                        pools(line),
                        line.texts("dns_nameservers")));
    }

    private static List<String> pools(Line line) {
        List<String> pools = new ArrayList<>();
        if (line.args().has("allocation_pools")) {
            for (Value each : line.args().many("allocation_pools")) {
                if (each instanceof Value.Fields pool) {
                    pools.add(field(pool, "start") + "-" + field(pool, "end"));
                }
            }
        }
        return pools;
    }

    private static String field(Value.Fields fields, String name) {
        return Optional.ofNullable(fields.fields().get(name)).map(Value::str).orElse("");
    }

    private static Deed showSubnet(Line line, Session session, World world) {
        Found<Subnet> found = LookupView.subnet(line.text("subnet"), line, world);
        return found.isThere() ? new Deed.Say(line.show(sheet(found.get()))) : found.reject(line);
    }

    private static Deed listSubnets(Line line, Session session, World world) {
        List<List<Cell>> rows = new ArrayList<>();
        Optional<String> network =
                line.given("network")
                        .flatMap(w -> LookupView.network(w, line, world).row())
                        .map(Network::uuid);
        for (Subnet s : NeutronView.subnets(world)) {
            if (network.isEmpty() || network.get().equals(s.network())) {
                rows.add(line.flag("long") ? longRow(s) : row(s));
            }
        }
        List<String> columns =
                line.flag("long")
                        ? List.of(
                                "ID",
                                "Name",
                                "Network",
                                "Subnet",
                                "Project",
                                "DHCP",
                                "Name Servers",
                                "Allocation Pools",
                                "Host Routes",
                                "IP Version",
                                "Gateway",
                                "Service Types",
                                "Tags")
                        : List.of("ID", "Name", "Network", "Subnet");
        return new Deed.Say(line.list(columns, rows));
    }

    private static List<Cell> row(Subnet s) {
        return List.of(
                Cell.of(s.uuid()), Cell.of(s.name()), Cell.of(s.network()), Cell.of(s.cidr()));
    }

    private static List<Cell> longRow(Subnet s) {
        List<Cell> cells = new ArrayList<>(row(s));
        cells.addAll(
                List.of(
                        Cell.of(s.project()),
                        Cell.of(s.dhcp()),
                        ordered(s.nameservers()),
                        poolCell(s),
                        Cell.list(List.of()),
                        Cell.of(4),
                        gateway(s),
                        Cell.list(List.of()),
                        Cell.list(List.of())));
        return cells;
    }

    private static Cell gateway(Subnet s) {
        return s.gateway().isEmpty() ? Cell.none() : Cell.of(s.gateway());
    }

    /** Texts in their own order, as the client shows name servers. */
    private static Cell ordered(List<String> texts) {
        Value many = new Value.Many(texts.stream().map(Value::text).toList());
        return new Cell.Formatted(many, String.join(", ", texts));
    }

    private static Cell poolCell(Subnet s) {
        List<Value> pools = new ArrayList<>();
        for (String pool : s.pools()) {
            Ipv4.Range range = Ipv4.Range.of(pool);
            pools.add(
                    Value.fields()
                            .with("start", Value.text(Ipv4.text(range.first())))
                            .with("end", Value.text(Ipv4.text(range.last()))));
        }
        return new Cell.Formatted(new Value.Many(pools), String.join(",", s.pools()));
    }

    private static Sheet sheet(Subnet s) {
        String created = Stamp.zulu(s.createdNs());
        return new Sheet()
                .cell("allocation_pools", poolCell(s))
                .text("cidr", s.cidr())
                .text("created_at", created)
                .text("description", s.description())
                .cell("dns_nameservers", ordered(s.nameservers()))
                .none("dns_publish_fixed_ip")
                .flag("enable_dhcp", s.dhcp())
                .cell("gateway_ip", gateway(s))
                .noItems("host_routes")
                .text("id", s.uuid())
                .number("ip_version", 4)
                .none("ipv6_address_mode", "ipv6_ra_mode")
                .text("name", s.name())
                .text("network_id", s.network())
                .text("project_id", s.project())
                .number("revision_number", 0)
                .none("segment_id")
                .noItems("service_types")
                .none("subnetpool_id")
                .noItems("tags")
                .text("updated_at", created);
    }

    // ---- ports

    private static Deed createPort(Line line, Session session, World world) {
        Found<Network> network = LookupView.network(line.text("network"), line, world);
        if (!network.isThere()) {
            return network.reject(line);
        }
        if (line.args().has("allowed_address_pairs")
                && !line.args().many("allowed_address_pairs").isEmpty()) {
            return new Deed.NotModelled(
                    "openstack port create --allowed-address (port set has it)");
        }
        String subnet = "";
        String address = "";
        if (line.args().has("fixed_ip")
                && line.args().many("fixed_ip").stream().findFirst().orElse(new Value.None())
                        instanceof Value.Fields fixed) {
            address = field(fixed, "ip-address");
            if (fixed.fields().containsKey("subnet")) {
                Found<Subnet> found = LookupView.subnet(field(fixed, "subnet"), line, world);
                if (!found.isThere()) {
                    return found.reject(line);
                }
                subnet = found.get().uuid();
            }
        }
        List<String> groups = new ArrayList<>();
        for (String wanted : line.texts("security_group")) {
            Found<SecurityGroup> group = LookupView.group(wanted, line, world);
            if (!group.isThere()) {
                return group.reject(line);
            }
            groups.add(group.get().uuid());
        }
        return new Deed.Ask(
                new CreatePort(
                        line.cloud().project(),
                        network.get().uuid(),
                        line.text("name"),
                        line.text("device"),
                        line.text("device_owner"),
                        groups,
                        subnet,
                        address,
                        ""));
    }

    private static Deed showPort(Line line, Session session, World world) {
        Found<Port> found = LookupView.port(line.text("port"), line, world);
        return found.isThere()
                ? new Deed.Say(line.show(sheet(found.get(), world)))
                : found.reject(line);
    }

    private static Deed listPorts(Line line, Session session, World world) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Port p : NeutronView.ports(world)) {
            boolean device = line.given("device_id").map(p.deviceId()::equals).orElse(true);
            boolean owner = line.given("device_owner").map(p.deviceOwner()::equals).orElse(true);
            if (device && owner) {
                rows.add(
                        List.of(
                                Cell.of(p.uuid()),
                                Cell.of(p.name()),
                                Cell.of(p.mac()),
                                fixed(p),
                                Cell.of(p.status())));
            }
        }
        List<String> columns = List.of("ID", "Name", "MAC Address", "Fixed IP Addresses", "Status");
        return new Deed.Say(line.list(columns, rows));
    }

    private static Cell fixed(Port p) {
        if (p.subnet().isEmpty()) {
            return Cell.listOfDicts(List.of());
        }
        return Cell.listOfDicts(
                List.of(
                        Value.fields()
                                .with("subnet_id", Value.text(p.subnet()))
                                .with("ip_address", Value.text(p.address()))));
    }

    private static Sheet sheet(Port p, World world) {
        String created = Stamp.zulu(p.createdNs());
        boolean bound = !p.host().isEmpty();
        return new Sheet()
                .cell("admin_state_up", new Cell.Formatted(Value.flag(true), "UP"))
                .cell("allowed_address_pairs", PortVerbs.cell(NeutronView.pairs(world, p.uuid())))
                .text("binding_host_id", p.host())
                .blank("binding_profile", "binding_vif_details")
                .text("binding_vif_type", bound ? "ovs" : "unbound")
                .text("binding_vnic_type", "normal")
                .text("created_at", created)
                .none("data_plane_status")
                .blank("description")
                .text("device_id", p.deviceId())
                .text("device_owner", p.deviceOwner())
                .none("device_profile", "dns_assignment", "dns_domain", "dns_name")
                .noItems("extra_dhcp_opts")
                .cell("fixed_ips", fixed(p))
                .text("id", p.uuid())
                .none("ip_allocation")
                .text("mac_address", p.mac())
                .text("name", p.name())
                .text("network_id", p.network())
                .none("numa_affinity_policy")
                .flag("port_security_enabled", true)
                .text("project_id", p.project())
                .none("propagate_uplink_status", "qos_network_policy_id", "qos_policy_id")
                .none("resource_request")
                .number("revision_number", 1)
                .cell("security_group_ids", Cell.list(p.groups()))
                .text("status", p.status())
                .noItems("tags")
                .none("trunk_details")
                .text("updated_at", created);
    }
}
