package org.maquete.ovn.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.maquete.ovn.nb.AddressSet;
import org.maquete.ovn.nb.LogicalRouter;
import org.maquete.ovn.nb.LogicalRouterPort;
import org.maquete.ovn.nb.LogicalSwitch;
import org.maquete.ovn.nb.LogicalSwitchPort;
import org.maquete.ovn.nb.Northbound;
import org.maquete.ovn.nb.PortGroup;

/**
 * Makes a {@link Network} of northbound rows, and the next one of the next rows.
 *
 * <p>A switch or router is made again only when a row that its look-ups come from is another (the
 * record {@code Inputs} beside each). A port that joins a group changes its own switch and the
 * group's address sets, but no other switch: matches name a set by its number. What is left to do
 * for all of it at each change is to compare rows, most of which are the same object, and to link.
 */
final class NetworkCompiler {

    private final Map<String, Match> matches = new LinkedHashMap<>();
    private final Map<String, Integer> setNumbers = new LinkedHashMap<>();
    private Map<String, SwitchCompiler.Group> groups = new LinkedHashMap<>();
    private Map<String, Made<SwitchCompiler.Inputs, SwitchPath>> switches = new LinkedHashMap<>();
    private Map<String, Made<RouterCompiler.Inputs, RouterPath>> routers = new LinkedHashMap<>();
    private Map<String, Made<List<List<String>>, AddressIndex>> sets = new LinkedHashMap<>();
    private int madeCount;

    private record Made<I, P>(I inputs, P path) {}

    /** How many switches, routers and address sets were made so far. */
    int madeCount() {
        return madeCount;
    }

    Network compile(Northbound rows, List<Binding> bindings) {
        RowIndex index = new RowIndex(rows);
        groups = groups(rows);
        List<SwitchPath> switchPaths = new ArrayList<>();
        switches = switches(index, switchPaths);
        List<RouterPath> routerPaths = new ArrayList<>();
        routers = routers(index, routerPaths);
        SwitchPath[] switchArray = switchPaths.toArray(SwitchPath[]::new);
        RouterPath[] routerArray = routerPaths.toArray(RouterPath[]::new);
        Links links = Links.of(index, switchArray, routerArray);
        return new Network(
                switchArray,
                routerArray,
                links.switchPeers(),
                links.routerPeers(),
                bindings(routerArray, bindings),
                addressSets(rows, index),
                links.places());
    }

    private Match parsed(String text) {
        Match held = matches.get(text);
        if (held == null) {
            held = MatchParser.parse(text, this::setNumber);
            matches.put(text, held);
        }
        return held;
    }

    private int setNumber(String name) {
        return setNumbers.computeIfAbsent(name, _ -> setNumbers.size());
    }

    /** The groups without their members: the same objects as before where nothing changed. */
    private Map<String, SwitchCompiler.Group> groups(Northbound rows) {
        Map<String, SwitchCompiler.Group> next = new LinkedHashMap<>();
        for (PortGroup each : rows.portGroups()) {
            SwitchCompiler.Group made = new SwitchCompiler.Group(each.name(), each.acls());
            SwitchCompiler.Group held = groups.get(each.name());
            next.put(each.name(), made.equals(held) ? held : made);
        }
        return next;
    }

    private SwitchCompiler.Group group(PortGroup group) {
        return Objects.requireNonNull(groups.get(group.name()));
    }

    private Map<String, Made<SwitchCompiler.Inputs, SwitchPath>> switches(
            RowIndex index, List<SwitchPath> paths) {
        Map<String, Made<SwitchCompiler.Inputs, SwitchPath>> next = new LinkedHashMap<>();
        for (LogicalSwitch row : index.rows().switches()) {
            SwitchCompiler.Inputs inputs = SwitchCompiler.inputs(row, index, this::group);
            Made<SwitchCompiler.Inputs, SwitchPath> made = switches.get(row.name());
            if (made == null || !made.inputs.equals(inputs)) {
                made = new Made<>(inputs, SwitchCompiler.compile(inputs, this::parsed));
                madeCount++;
            }
            next.put(row.name(), made);
            paths.add(made.path);
        }
        return next;
    }

    private Map<String, Made<RouterCompiler.Inputs, RouterPath>> routers(
            RowIndex index, List<RouterPath> paths) {
        Map<String, List<LogicalRouterPort>> together = together(index);
        Map<String, Made<RouterCompiler.Inputs, RouterPath>> next = new LinkedHashMap<>();
        for (LogicalRouter row : index.rows().routers()) {
            if (!row.isEnabled()) {
                continue;
            }
            RouterCompiler.Inputs inputs = inputs(row, index, together);
            Made<RouterCompiler.Inputs, RouterPath> made = routers.get(row.name());
            if (made == null || !made.inputs.equals(inputs)) {
                made = new Made<>(inputs, RouterCompiler.compile(inputs));
                madeCount++;
            }
            next.put(row.name(), made);
            paths.add(made.path);
        }
        return next;
    }

    private static RouterCompiler.Inputs inputs(
            LogicalRouter row, RowIndex index, Map<String, List<LogicalRouterPort>> together) {
        List<LogicalRouterPort> ports = index.portsOf(row);
        List<List<LogicalRouterPort>> others = new ArrayList<>(ports.size());
        boolean asks = row.options().getOrDefault("dynamic_neigh_routers", "").equals("true");
        for (LogicalRouterPort port : ports) {
            List<LogicalRouterPort> known = new ArrayList<>();
            for (LogicalRouterPort other : together.getOrDefault(port.name(), List.of())) {
                if (!asks && !other.name().equals(port.name())) {
                    known.add(other);
                }
            }
            others.add(known);
        }
        return new RouterCompiler.Inputs(row, ports, others, index.balancers(row.loadBalancers()));
    }

    /** The router ports on the same switch, by each one's name. */
    private static Map<String, List<LogicalRouterPort>> together(RowIndex index) {
        Map<String, List<LogicalRouterPort>> together = new LinkedHashMap<>();
        for (LogicalSwitch row : index.rows().switches()) {
            List<LogicalRouterPort> here = new ArrayList<>();
            for (LogicalSwitchPort port : index.portsOf(row)) {
                index.peer(port).ifPresent(peer -> here.add(peer.port()));
            }
            here.forEach(port -> together.put(port.name(), here));
        }
        return together;
    }

    private AddressIndex[][] bindings(RouterPath[] paths, List<Binding> bindings) {
        Map<String, AddressIndex.Builder> byPort = new LinkedHashMap<>();
        for (Binding each : bindings) {
            byPort.computeIfAbsent(each.logicalPort(), _ -> new AddressIndex.Builder())
                    .put(Ip.parse(each.ip()), Mac.parse(each.mac()));
        }
        AddressIndex[][] found = new AddressIndex[paths.length][];
        for (int i = 0; i < paths.length; i++) {
            found[i] = new AddressIndex[paths[i].ports().length];
            for (int j = 0; j < found[i].length; j++) {
                AddressIndex.Builder own = byPort.get(paths[i].ports()[j].name());
                found[i][j] = own == null ? AddressIndex.EMPTY : own.build();
            }
        }
        return found;
    }

    /** The sets that matches name, each made again only when its members are others. */
    private AddressIndex[] addressSets(Northbound rows, RowIndex index) {
        Map<String, Made<List<List<String>>, AddressIndex>> next = new LinkedHashMap<>();
        for (AddressSet each : rows.addressSets()) {
            set(each.name(), List.of(each.addresses()), next);
        }
        for (PortGroup group : rows.portGroups()) {
            boolean is4 = setNumbers.containsKey(group.name() + "_ip4");
            boolean is6 = setNumbers.containsKey(group.name() + "_ip6");
            if (!is4 && !is6) {
                continue;
            }
            List<List<String>> members = new ArrayList<>(group.ports().size());
            for (String port : group.ports()) {
                Optional<LogicalSwitchPort> row = index.switchPort(port);
                row.ifPresent(found -> members.add(found.addresses()));
            }
            // IPv4 lies in IPv6: both sets of a group can be one, as the match asks for the kind.
            set(group.name() + "_ip4", members, next);
            set(group.name() + "_ip6", members, next);
        }
        sets = next;
        AddressIndex[] array = new AddressIndex[setNumbers.size()];
        Arrays.fill(array, AddressIndex.EMPTY);
        for (Map.Entry<String, Integer> each : setNumbers.entrySet()) {
            Made<List<List<String>>, AddressIndex> made = next.get(each.getKey());
            if (made != null) {
                array[each.getValue()] = made.path;
            }
        }
        return array;
    }

    private void set(
            String name,
            List<List<String>> members,
            Map<String, Made<List<List<String>>, AddressIndex>> next) {
        if (!setNumbers.containsKey(name)) {
            return;
        }
        Made<List<List<String>>, AddressIndex> made = sets.get(name);
        if (made == null || !made.inputs.equals(members)) {
            AddressIndex.Builder builder = new AddressIndex.Builder();
            for (List<String> each : members) {
                put(each, builder);
            }
            made = new Made<>(members, builder.build());
            madeCount++;
        }
        next.put(name, made);
    }

    private static void put(List<String> texts, AddressIndex.Builder builder) {
        for (PortAddress each : PortAddress.of(texts)) {
            each.ips().forEach(ip -> builder.put(ip, 0));
        }
        for (String text : texts) {
            if (text.indexOf(' ') < 0 && (text.indexOf('.') > 0 || text.contains("::"))) {
                builder.put(Cidr.parse(text).ip(), 0);
            }
        }
    }
}
