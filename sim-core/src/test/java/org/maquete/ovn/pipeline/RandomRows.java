package org.maquete.ovn.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.maquete.ovn.nb.Acl;
import org.maquete.ovn.nb.LogicalRouter;
import org.maquete.ovn.nb.LogicalSwitch;
import org.maquete.ovn.nb.LogicalSwitchPort;
import org.maquete.ovn.nb.Northbound;
import org.maquete.ovn.nb.PortGroup;

/** Northbound rows that change by one random step after the other. */
final class RandomRows {

    private final Random random;
    private Northbound rows;

    RandomRows(long seed, Northbound rows) {
        this.random = new Random(seed);
        this.rows = rows;
    }

    Northbound rows() {
        return rows;
    }

    /** Changes one row; the text says which. */
    String step() {
        return switch (random.nextInt(8)) {
            case 0 -> portEnabled();
            case 1 -> portSecurity();
            case 2 -> portAddress();
            case 3 -> membership();
            case 4 -> rule();
            case 5 -> router();
            case 6 -> translation();
            default -> portOfSwitch();
        };
    }

    private int pick(List<?> list) {
        return random.nextInt(list.size());
    }

    private static <T> List<T> with(List<T> list, int at, T value) {
        List<T> copy = new ArrayList<>(list);
        copy.set(at, value);
        return copy;
    }

    private static <T> List<T> without(List<T> list, int at) {
        List<T> copy = new ArrayList<>(list);
        copy.remove(at);
        return copy;
    }

    private String portEnabled() {
        int at = pick(rows.switchPorts());
        LogicalSwitchPort p = rows.switchPorts().get(at);
        return port(at, p.addresses(), p.portSecurity(), !p.isEnabled());
    }

    private String portSecurity() {
        int at = pick(rows.switchPorts());
        LogicalSwitchPort p = rows.switchPorts().get(at);
        boolean isOpen = p.portSecurity().isEmpty() && p.type().isEmpty();
        return port(at, p.addresses(), isOpen ? p.addresses() : List.of(), p.isEnabled());
    }

    private String portAddress() {
        int at = pick(rows.switchPorts());
        LogicalSwitchPort p = rows.switchPorts().get(at);
        List<String> addresses = new ArrayList<>(p.addresses());
        if (p.type().isEmpty() && !addresses.remove("unknown")) {
            addresses.add("unknown");
        }
        return port(at, addresses, p.portSecurity(), p.isEnabled());
    }

    private String port(int at, List<String> addresses, List<String> security, boolean isEnabled) {
        LogicalSwitchPort p = rows.switchPorts().get(at);
        boolean isSecured = !security.contains("unknown");
        LogicalSwitchPort next =
                new LogicalSwitchPort(
                        p.name(),
                        p.type(),
                        addresses,
                        isSecured ? security : List.of(),
                        p.tag(),
                        isEnabled,
                        random.nextInt(4) == 0 ? Optional.empty() : p.dhcpv4(),
                        p.options(),
                        p.externalIds());
        rows = rows(with(rows.switchPorts(), at, next), rows.portGroups(), rows.routers());
        return "port " + p.name();
    }

    private String membership() {
        int at = pick(rows.portGroups());
        PortGroup group = rows.portGroups().get(at);
        LogicalSwitchPort port = rows.switchPorts().get(pick(rows.switchPorts()));
        List<String> ports = new ArrayList<>(group.ports());
        if (!ports.remove(port.name())) {
            ports.add(port.name());
        }
        group(at, ports, group.acls());
        return "member " + port.name() + " of " + group.name();
    }

    private String rule() {
        int at = pick(rows.portGroups());
        PortGroup group = rows.portGroups().get(at);
        List<Acl> acls = new ArrayList<>(group.acls());
        if (!acls.isEmpty() && random.nextBoolean()) {
            acls.remove(pick(acls));
        } else {
            Acl like =
                    acls.isEmpty() ? rows.portGroups().getFirst().acls().getFirst() : acls.get(0);
            String side = like.isFromPort() ? "inport" : "outport";
            String other = rows.portGroups().get(pick(rows.portGroups())).name();
            String match = side + " == @" + group.name() + " && ip4 && ip4.src == $" + other;
            acls.add(
                    new Acl(
                            like.direction(),
                            1000 + random.nextInt(5),
                            match + "_ip4",
                            random.nextBoolean() ? "allow-related" : "drop",
                            like.externalIds()));
        }
        group(at, group.ports(), acls);
        return "rules of " + group.name();
    }

    private void group(int at, List<String> ports, List<Acl> acls) {
        PortGroup group = rows.portGroups().get(at);
        PortGroup next = new PortGroup(group.name(), ports, acls, group.externalIds());
        rows = rows(rows.switchPorts(), with(rows.portGroups(), at, next), rows.routers());
    }

    private String router() {
        int at = pick(rows.routers());
        LogicalRouter r = rows.routers().get(at);
        boolean dropsRoute = !r.staticRoutes().isEmpty() && random.nextBoolean();
        LogicalRouter next =
                new LogicalRouter(
                        r.name(),
                        dropsRoute == r.isEnabled(),
                        r.ports(),
                        r.nat(),
                        dropsRoute ? without(r.staticRoutes(), 0) : r.staticRoutes(),
                        r.loadBalancers(),
                        r.options(),
                        r.externalIds());
        rows = rows(rows.switchPorts(), rows.portGroups(), with(rows.routers(), at, next));
        return "router " + r.name();
    }

    private String translation() {
        int at = pick(rows.routers());
        LogicalRouter r = rows.routers().get(at);
        LogicalRouter next =
                new LogicalRouter(
                        r.name(),
                        r.isEnabled(),
                        r.ports(),
                        r.nat().isEmpty() ? r.nat() : without(r.nat(), pick(r.nat())),
                        r.staticRoutes(),
                        random.nextInt(4) == 0 ? List.of() : r.loadBalancers(),
                        r.options(),
                        r.externalIds());
        rows = rows(rows.switchPorts(), rows.portGroups(), with(rows.routers(), at, next));
        return "translations of " + r.name();
    }

    /** A port leaves its switch, but the first, which packets come from. */
    private String portOfSwitch() {
        int at = pick(rows.switches());
        LogicalSwitch s = rows.switches().get(at);
        if (s.ports().size() < 3) {
            return "nothing";
        }
        int port = 1 + random.nextInt(s.ports().size() - 1);
        LogicalSwitch next =
                new LogicalSwitch(
                        s.name(),
                        without(s.ports(), port),
                        s.acls(),
                        s.loadBalancers(),
                        s.dns(),
                        s.otherConfig(),
                        s.externalIds());
        rows =
                new Northbound(
                        with(rows.switches(), at, next),
                        rows.switchPorts(),
                        rows.routers(),
                        rows.routerPorts(),
                        rows.portGroups(),
                        rows.addressSets(),
                        rows.loadBalancers());
        return "port " + s.ports().get(port) + " leaves";
    }

    private Northbound rows(
            List<LogicalSwitchPort> ports, List<PortGroup> groups, List<LogicalRouter> routers) {
        return new Northbound(
                rows.switches(),
                ports,
                routers,
                rows.routerPorts(),
                groups,
                rows.addressSets(),
                rows.loadBalancers());
    }
}
