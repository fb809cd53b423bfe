package org.maquete.neutron.ovn;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.maquete.ovn.nb.Acl;
import org.maquete.ovn.nb.GatewayChassis;
import org.maquete.ovn.nb.LogicalRouter;
import org.maquete.ovn.nb.LogicalRouterPort;
import org.maquete.ovn.nb.LogicalSwitch;
import org.maquete.ovn.nb.LogicalSwitchPort;
import org.maquete.ovn.nb.Nat;
import org.maquete.ovn.nb.Northbound;
import org.maquete.ovn.nb.PortGroup;
import org.maquete.ovn.nb.StaticRoute;

/**
 * Northbound rows as one entry for each column, keyed by table, natural key and column; sets in
 * order. Left out: what is luck ({@code server_mac}, the MAC of a floating address, the order of
 * chassis of equal load), what counts changes ({@code revision_number}), and what Octavia's
 * provider writes (load balancers and who refers to them).
 */
final class RowFields {

    private final SortedMap<String, String> fields = new TreeMap<>();

    private RowFields() {}

    static SortedMap<String, String> of(Northbound rows) {
        RowFields all = new RowFields();
        rows.switches().forEach(all::add);
        rows.switchPorts().forEach(all::add);
        rows.routers().forEach(all::add);
        rows.routerPorts().forEach(all::add);
        rows.portGroups().forEach(all::add);
        rows.addressSets().forEach(each -> all.put("Address_Set", each.name(), "addresses", each));
        return all.fields;
    }

    private void put(String table, String key, String column, Object value) {
        String before = fields.put(table + " " + key + " " + column, value.toString());
        if (before != null) {
            throw new IllegalStateException("expected one " + table + " " + key + ", found two");
        }
    }

    private void putAll(String table, String key, String column, Map<String, String> map) {
        map.forEach((name, value) -> {
            boolean isLeftOut =
                    name.equals("neutron:revision_number")
                            || name.equals("server_mac")
                            || name.equals("neutron:fip_external_mac");
            put(table, key, column + ":" + name, isLeftOut ? "any" : value);
        });
    }

    private void putSet(String table, String key, String column, List<String> values) {
        put(table, key, column, new TreeSet<>(values) + " of " + values.size());
    }

    private void add(LogicalSwitch row) {
        String table = "Logical_Switch";
        putSet(table, row.name(), "ports", row.ports());
        put(table, row.name(), "acls", row.acls());
        putAll(table, row.name(), "other_config", row.otherConfig());
        putAll(table, row.name(), "external_ids", row.externalIds());
    }

    private void add(LogicalSwitchPort row) {
        String table = "Logical_Switch_Port";
        put(table, row.name(), "type", row.type());
        put(table, row.name(), "tag", row.tag());
        put(table, row.name(), "enabled", row.isEnabled());
        putSet(table, row.name(), "addresses", row.addresses());
        putSet(table, row.name(), "port_security", row.portSecurity());
        putAll(table, row.name(), "options", row.options());
        putAll(table, row.name(), "external_ids", row.externalIds());
        row.dhcpv4()
                .ifPresent(each -> {
                    put(table, row.name(), "dhcp cidr", each.cidr());
                    putAll(table, row.name(), "dhcp options", each.options());
                    putAll(table, row.name(), "dhcp external_ids", each.externalIds());
                });
    }

    private void add(LogicalRouter row) {
        String table = "Logical_Router";
        put(table, row.name(), "enabled", row.isEnabled());
        putSet(table, row.name(), "ports", row.ports());
        putAll(table, row.name(), "options", row.options());
        putAll(table, row.name(), "external_ids", row.externalIds());
        for (Nat each : row.nat()) {
            String key =
                    row.name()
                            + " "
                            + each.type()
                            + " "
                            + each.externalIp()
                            + " "
                            + each.logicalIp();
            put("NAT", key, "logical_port", each.logicalPort());
            put("NAT", key, "external_mac", each.externalMac());
            putAll("NAT", key, "external_ids", each.externalIds());
        }
        for (StaticRoute each : row.staticRoutes()) {
            String key = row.name() + " " + each.ipPrefix() + " " + each.nexthop();
            put("Logical_Router_Static_Route", key, "output_port", each.outputPort());
            putAll("Logical_Router_Static_Route", key, "external_ids", each.externalIds());
        }
    }

    private void add(LogicalRouterPort row) {
        String table = "Logical_Router_Port";
        put(table, row.name(), "mac", row.mac());
        put(table, row.name(), "enabled", row.isEnabled());
        putSet(table, row.name(), "networks", row.networks());
        putAll(table, row.name(), "options", row.options());
        putAll(table, row.name(), "external_ids", row.externalIds());
        TreeSet<Integer> priorities = new TreeSet<>();
        for (GatewayChassis each : row.gatewayChassis()) {
            put("Gateway_Chassis", each.name(), "chassis_name", each.chassisName());
            priorities.add(each.priority());
        }
        put(table, row.name(), "priorities", priorities);
    }

    private void add(PortGroup row) {
        putSet("Port_Group", row.name(), "ports", row.ports());
        putAll("Port_Group", row.name(), "external_ids", row.externalIds());
        for (Acl each : row.acls()) {
            String key = row.name() + " " + each.direction() + " " + each.priority();
            put("ACL", key + " " + each.match(), "action", each.action());
            putAll("ACL", key + " " + each.match(), "external_ids", each.externalIds());
        }
    }
}
