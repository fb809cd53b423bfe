package org.maquete.ovn.nb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What {@code ovn-nbctl} prints of the rows.
 *
 * <p>Ports, translations and chassis stand in the order of their rows' UUIDs: a column is a set,
 * and OVSDB keeps sets so. Switches and routers do here too; the real program takes them as they
 * lie in its hash table, which is no order that a person could use. {@code show} does not read
 * priorities, so chassis of a gateway are not in their order.
 */
public final class NorthboundText {

    private static final String SWITCH = "Logical_Switch";
    private static final String ROUTER = "Logical_Router";

    private final Northbound rows;
    private final RowIds ids;
    private final Map<String, LogicalSwitchPort> switchPorts = new LinkedHashMap<>();
    private final Map<String, LogicalRouterPort> routerPorts = new LinkedHashMap<>();

    /** Of these rows, which have these UUIDs. */
    public NorthboundText(Northbound rows, RowIds ids) {
        this.rows = rows;
        this.ids = ids;
        rows.switchPorts().forEach(each -> switchPorts.put(each.name(), each));
        rows.routerPorts().forEach(each -> routerPorts.put(each.name(), each));
    }

    /** {@code ovn-nbctl show}. */
    public String show() {
        StringBuilder out = new StringBuilder();
        for (LogicalSwitch each : ordered(rows.switches(), SWITCH, LogicalSwitch::name)) {
            show(each, out);
        }
        for (LogicalRouter each : ordered(rows.routers(), ROUTER, LogicalRouter::name)) {
            show(each, out);
        }
        return out.toString();
    }

    /** {@code ovn-nbctl show NAME}: a switch or router by name or UUID; else nothing. */
    public String show(String wanted) {
        StringBuilder out = new StringBuilder();
        for (LogicalSwitch each : rows.switches()) {
            if (each.name().equals(wanted) || ids.uuid(SWITCH, each.name()).equals(wanted)) {
                show(each, out);
            }
        }
        for (LogicalRouter each : rows.routers()) {
            if (each.name().equals(wanted) || ids.uuid(ROUTER, each.name()).equals(wanted)) {
                show(each, out);
            }
        }
        return out.toString();
    }

    /** {@code ovn-nbctl ls-list}: in order of name. */
    public String switches() {
        List<String> names = new ArrayList<>();
        rows.switches().forEach(each -> names.add(each.name()));
        return list(SWITCH, names);
    }

    /** {@code ovn-nbctl lr-list}: in order of name. */
    public String routers() {
        List<String> names = new ArrayList<>();
        rows.routers().forEach(each -> names.add(each.name()));
        return list(ROUTER, names);
    }

    private String list(String table, List<String> names) {
        StringBuilder out = new StringBuilder();
        names.sort(Comparator.naturalOrder());
        for (String name : names) {
            out.append(ids.uuid(table, name)).append(" (").append(name).append(")\n");
        }
        return out.toString();
    }

    private <R> List<R> ordered(List<R> unordered, String table, Function<R, String> key) {
        SortedMap<String, R> byUuid = new TreeMap<>();
        for (R each : unordered) {
            byUuid.put(ids.uuid(table, key.apply(each)), each);
        }
        return List.copyOf(byUuid.values());
    }

    private void show(LogicalSwitch row, StringBuilder out) {
        head("switch", SWITCH, row.name(), out);
        alias(row.externalIds(), "neutron:network_name", out);
        for (String each : ordered(row.ports(), "Logical_Switch_Port", Function.identity())) {
            LogicalSwitchPort port = switchPorts.get(each);
            if (port != null) {
                show(port, out);
            }
        }
    }

    private void head(String kind, String table, String name, StringBuilder out) {
        out.append(kind).append(' ').append(ids.uuid(table, name));
        out.append(" (").append(name).append(')');
    }

    /** What Neutron calls it, and the end of the line. */
    private static void alias(SortedMap<String, String> ids, String key, StringBuilder out) {
        String alias = ids.getOrDefault(key, "");
        if (!alias.isEmpty()) {
            out.append(" (aka ").append(alias).append(')');
        }
        out.append('\n');
    }

    private static void show(LogicalSwitchPort port, StringBuilder out) {
        out.append("    port ").append(port.name());
        alias(port.externalIds(), "neutron:port_name", out);
        if (!port.type().isEmpty()) {
            out.append("        type: ").append(port.type()).append('\n');
        }
        if (port.tag() > 0) {
            out.append("        tag: ").append(port.tag()).append('\n');
        }
        boolean isRouters = port.addresses().equals(List.of("router"));
        if (!port.addresses().isEmpty() && !isRouters) {
            out.append("        addresses: ").append(quoted(port.addresses())).append('\n');
        }
        String peer = port.options().getOrDefault("router-port", "");
        if (!peer.isEmpty()) {
            out.append("        router-port: ").append(peer).append('\n');
        }
    }

    /** A set of texts, which OVSDB keeps in their order. */
    private static String quoted(List<String> texts) {
        List<String> sorted = new ArrayList<>(texts);
        sorted.sort(Comparator.naturalOrder());
        return "[\"" + String.join("\", \"", sorted) + "\"]";
    }

    private void show(LogicalRouter row, StringBuilder out) {
        head("router", ROUTER, row.name(), out);
        alias(row.externalIds(), "neutron:router_name", out);
        for (String each : ordered(row.ports(), "Logical_Router_Port", Function.identity())) {
            LogicalRouterPort port = routerPorts.get(each);
            if (port != null) {
                show(port, out);
            }
        }
        for (Nat each : ordered(row.nat(), "NAT", nat -> key(row, nat))) {
            out.append("    nat ").append(ids.uuid("NAT", key(row, each))).append('\n');
            out.append("        external ip: \"").append(each.externalIp()).append("\"\n");
            out.append("        logical ip: \"").append(each.logicalIp()).append("\"\n");
            out.append("        type: \"").append(each.type()).append("\"\n");
        }
    }

    private static String key(LogicalRouter router, Nat nat) {
        return router.name() + " " + nat.type() + " " + nat.externalIp() + " " + nat.logicalIp();
    }

    private void show(LogicalRouterPort port, StringBuilder out) {
        out.append("    port ").append(port.name()).append('\n');
        out.append("        mac: \"").append(port.mac()).append("\"\n");
        out.append("        networks: ").append(quoted(port.networks())).append('\n');
        if (!port.gatewayChassis().isEmpty()) {
            List<String> names = new ArrayList<>();
            for (GatewayChassis each :
                    ordered(port.gatewayChassis(), "Gateway_Chassis", GatewayChassis::name)) {
                names.add(each.chassisName());
            }
            out.append("        gateway chassis: [").append(String.join(" ", names)).append("]\n");
        }
    }
}
