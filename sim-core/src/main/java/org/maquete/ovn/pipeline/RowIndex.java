package org.maquete.ovn.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.maquete.ovn.nb.LoadBalancer;
import org.maquete.ovn.nb.LogicalRouter;
import org.maquete.ovn.nb.LogicalRouterPort;
import org.maquete.ovn.nb.LogicalSwitch;
import org.maquete.ovn.nb.LogicalSwitchPort;
import org.maquete.ovn.nb.Northbound;
import org.maquete.ovn.nb.PortGroup;

/** The northbound rows by their names, for one compilation. */
final class RowIndex {

    private final Northbound rows;
    private final Map<String, LogicalSwitchPort> switchPorts;
    private final Map<String, LogicalRouterPort> routerPorts;
    private final Map<String, LoadBalancer> balancers;
    private final Map<String, LogicalRouter> routerOfPort = new LinkedHashMap<>();
    private final Map<String, List<PortGroup>> groupsOfPort = new LinkedHashMap<>();

    RowIndex(Northbound rows) {
        this.rows = rows;
        switchPorts = byName(rows.switchPorts(), LogicalSwitchPort::name);
        routerPorts = byName(rows.routerPorts(), LogicalRouterPort::name);
        balancers = byName(rows.loadBalancers(), LoadBalancer::name);
        for (LogicalRouter each : rows.routers()) {
            each.ports().forEach(port -> routerOfPort.put(port, each));
        }
        for (PortGroup group : rows.portGroups()) {
            for (String port : group.ports()) {
                groupsOfPort.computeIfAbsent(port, _ -> new ArrayList<>(4)).add(group);
            }
        }
    }

    private static <T> Map<String, T> byName(List<T> rows, Function<T, String> name) {
        Map<String, T> map = new LinkedHashMap<>();
        rows.forEach(row -> map.put(name.apply(row), row));
        return map;
    }

    Northbound rows() {
        return rows;
    }

    List<LogicalSwitchPort> portsOf(LogicalSwitch row) {
        List<LogicalSwitchPort> ports = new ArrayList<>(row.ports().size());
        for (String name : row.ports()) {
            LogicalSwitchPort port = switchPorts.get(name);
            if (port != null) {
                ports.add(port);
            }
        }
        return ports;
    }

    List<LogicalRouterPort> portsOf(LogicalRouter row) {
        List<LogicalRouterPort> ports = new ArrayList<>(row.ports().size());
        for (String name : row.ports()) {
            LogicalRouterPort port = routerPorts.get(name);
            if (port != null) {
                ports.add(port);
            }
        }
        return ports;
    }

    Optional<LogicalSwitchPort> switchPort(String name) {
        return Optional.ofNullable(switchPorts.get(name));
    }

    List<PortGroup> groupsOf(String port) {
        return groupsOfPort.getOrDefault(port, List.of());
    }

    List<LoadBalancer> balancers(List<String> names) {
        List<LoadBalancer> found = new ArrayList<>(names.size());
        for (String name : names) {
            LoadBalancer each = balancers.get(name);
            if (each != null) {
                found.add(each);
            }
        }
        return found;
    }

    /** The router's port behind a switch's port; none when its router is down or missing. */
    Optional<Peer> peer(LogicalSwitchPort port) {
        if (!port.type().equals(LogicalSwitchPort.ROUTER)) {
            return Optional.empty();
        }
        String name = port.options().getOrDefault("router-port", "");
        LogicalRouterPort peer = routerPorts.get(name);
        LogicalRouter router = routerOfPort.get(name);
        if (peer == null || router == null || !router.isEnabled()) {
            return Optional.empty();
        }
        return Optional.of(new Peer(router, peer));
    }

    /** A router and one of its ports. */
    record Peer(LogicalRouter router, LogicalRouterPort port) {}
}
