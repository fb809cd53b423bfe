package org.maquete.ovn.nb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the rows of a northbound database from the operations of an OVSDB transaction: a list of
 * {@code insert}s, with {@code uuid-name}s by which rows name each other.
 */
public final class NorthboundReader {

    /** Read when the row that names them is read. */
    private static final Set<String> PARTS =
            new TreeSet<>(
                    List.of(
                            "ACL",
                            "DHCP_Options",
                            "DNS",
                            "Gateway_Chassis",
                            "Logical_Router_Static_Route",
                            "NAT"));

    private final Map<String, JsonNode> rows = new LinkedHashMap<>();
    private final List<LogicalSwitch> switches = new ArrayList<>();
    private final List<LogicalSwitchPort> switchPorts = new ArrayList<>();
    private final List<LogicalRouter> routers = new ArrayList<>();
    private final List<LogicalRouterPort> routerPorts = new ArrayList<>();
    private final List<PortGroup> portGroups = new ArrayList<>();
    private final List<AddressSet> addressSets = new ArrayList<>();
    private final List<LoadBalancer> loadBalancers = new ArrayList<>();

    private NorthboundReader() {}

    /**
     * Reads all rows.
     *
     * @throws IllegalArgumentException when the text is no such transaction, or names a table or an
     *     operation that is not modelled
     */
    public static Northbound read(String json) {
        JsonNode root;
        try {
            root = JsonMapper.builder().build().readTree(json);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    "expected a JSON list of OVSDB operations, found "
                            + broken.getOriginalMessage()
                            + "\nMaybe the text was cut off.",
                    broken);
        }
        return new NorthboundReader().all(root);
    }

    private Northbound all(JsonNode root) {
        for (JsonNode each : root) {
            if (each.isObject()) {
                String name = each.path("uuid-name").asString("");
                rows.put(name.isEmpty() ? "#" + rows.size() : name, each);
            }
        }
        for (JsonNode each : rows.values()) {
            String operation = each.path("op").asString("");
            if (!operation.equals("insert")) {
                throw notModelled("operation", operation);
            }
            add(each.path("table").asString(""), each.path("row"));
        }
        return new Northbound(
                switches,
                switchPorts,
                routers,
                routerPorts,
                portGroups,
                addressSets,
                loadBalancers);
    }

    private static IllegalArgumentException notModelled(String what, String found) {
        return new IllegalArgumentException(
                "expected an insert into a table of the northbound database that is modelled, found"
                        + " the "
                        + what
                        + " \""
                        + found
                        + "\"\nMaybe it is left out of the model.");
    }

    private void add(String table, JsonNode row) {
        switch (table) {
            case "Logical_Switch" -> switches.add(logicalSwitch(row));
            case "Logical_Switch_Port" -> switchPorts.add(switchPort(row));
            case "Logical_Router" -> routers.add(router(row));
            case "Logical_Router_Port" -> routerPorts.add(routerPort(row));
            case "Port_Group" ->
                    portGroups.add(
                            new PortGroup(
                                    text(row, "name"),
                                    names(row, "ports"),
                                    acls(row),
                                    map(row, "external_ids")));
            case "Address_Set" ->
                    addressSets.add(new AddressSet(text(row, "name"), texts(row, "addresses")));
            case "Load_Balancer" ->
                    loadBalancers.add(
                            new LoadBalancer(
                                    text(row, "name"),
                                    row.has("protocol") ? text(row, "protocol") : "tcp",
                                    map(row, "vips"),
                                    map(row, "external_ids")));
            default -> {
                if (!PARTS.contains(table)) {
                    throw notModelled("table", table);
                }
            }
        }
    }

    private LogicalSwitch logicalSwitch(JsonNode row) {
        List<Dns> dns = new ArrayList<>();
        for (JsonNode each : referred(row, "dns_records")) {
            dns.add(new Dns(map(each, "records"), map(each, "external_ids")));
        }
        return new LogicalSwitch(
                text(row, "name"),
                names(row, "ports"),
                acls(row),
                names(row, "load_balancer"),
                dns,
                map(row, "other_config"),
                map(row, "external_ids"));
    }

    private LogicalSwitchPort switchPort(JsonNode row) {
        Optional<DhcpOptions> dhcp = Optional.empty();
        for (JsonNode each : referred(row, "dhcpv4_options")) {
            dhcp =
                    Optional.of(
                            new DhcpOptions(
                                    text(each, "cidr"),
                                    map(each, "options"),
                                    map(each, "external_ids")));
        }
        return new LogicalSwitchPort(
                text(row, "name"),
                text(row, "type"),
                texts(row, "addresses"),
                texts(row, "port_security"),
                row.path("tag").asInt(0),
                isEnabled(row),
                dhcp,
                map(row, "options"),
                map(row, "external_ids"));
    }

    private LogicalRouter router(JsonNode row) {
        List<Nat> nat = new ArrayList<>();
        for (JsonNode each : referred(row, "nat")) {
            nat.add(
                    new Nat(
                            text(each, "type"),
                            text(each, "external_ip"),
                            text(each, "logical_ip"),
                            text(each, "logical_port"),
                            text(each, "external_mac"),
                            map(each, "external_ids")));
        }
        List<StaticRoute> routes = new ArrayList<>();
        for (JsonNode each : referred(row, "static_routes")) {
            routes.add(
                    new StaticRoute(
                            text(each, "ip_prefix"),
                            text(each, "nexthop"),
                            text(each, "output_port"),
                            map(each, "external_ids")));
        }
        return new LogicalRouter(
                text(row, "name"),
                isEnabled(row),
                names(row, "ports"),
                nat,
                routes,
                names(row, "load_balancer"),
                map(row, "options"),
                map(row, "external_ids"));
    }

    private LogicalRouterPort routerPort(JsonNode row) {
        List<GatewayChassis> chassis = new ArrayList<>();
        for (JsonNode each : referred(row, "gateway_chassis")) {
            chassis.add(
                    new GatewayChassis(
                            text(each, "name"),
                            text(each, "chassis_name"),
                            each.path("priority").asInt(0)));
        }
        return new LogicalRouterPort(
                text(row, "name"),
                text(row, "mac"),
                texts(row, "networks"),
                isEnabled(row),
                chassis,
                map(row, "options"),
                map(row, "external_ids"));
    }

    private List<Acl> acls(JsonNode row) {
        List<Acl> acls = new ArrayList<>();
        for (JsonNode each : referred(row, "acls")) {
            acls.add(
                    new Acl(
                            text(each, "direction"),
                            each.path("priority").asInt(0),
                            text(each, "match"),
                            text(each, "action"),
                            map(each, "external_ids")));
        }
        return acls;
    }

    /** An optional flag that is not there means yes. */
    private static boolean isEnabled(JsonNode row) {
        return row.path("enabled").asBoolean(true);
    }

    /** The rows that a column names. */
    private List<JsonNode> referred(JsonNode row, String column) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode each : elements(row.path(column))) {
            JsonNode operation = rows.get(each.path(1).asString(""));
            if (operation == null) {
                throw new IllegalArgumentException(
                        "expected the uuid-name of a row in "
                                + column
                                + ", found "
                                + each
                                + "\nMaybe the row was left out.");
            }
            found.add(operation.path("row"));
        }
        return found;
    }

    private List<String> names(JsonNode row, String column) {
        List<String> names = new ArrayList<>();
        for (JsonNode each : referred(row, column)) {
            names.add(text(each, "name"));
        }
        return names;
    }

    private static String text(JsonNode row, String column) {
        List<String> texts = texts(row, column);
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    private static List<String> texts(JsonNode row, String column) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : elements(row.path(column))) {
            texts.add(each.asString(""));
        }
        return texts;
    }

    /** A bare value is a set of one; {@code ["set", [...]]} has any number. */
    private static List<JsonNode> elements(JsonNode value) {
        List<JsonNode> elements = new ArrayList<>();
        if (value.isArray() && value.path(0).asString("").equals("set")) {
            for (JsonNode each : value.path(1)) {
                elements.add(each);
            }
        } else if (!value.isMissingNode()) {
            elements.add(value);
        }
        return elements;
    }

    private static SortedMap<String, String> map(JsonNode row, String column) {
        SortedMap<String, String> map = new TreeMap<>();
        for (JsonNode each : row.path(column).path(1)) {
            map.put(each.path(0).asString(""), each.path(1).asString(""));
        }
        return map;
    }
}
