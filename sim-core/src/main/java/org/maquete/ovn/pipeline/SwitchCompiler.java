package org.maquete.ovn.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.maquete.ovn.nb.Acl;
import org.maquete.ovn.nb.LoadBalancer;
import org.maquete.ovn.nb.LogicalSwitch;
import org.maquete.ovn.nb.LogicalSwitchPort;
import org.maquete.ovn.nb.Nat;
import org.maquete.ovn.nb.PortGroup;

/** Makes the look-ups of one switch from its rows and those its stages depend on. */
final class SwitchCompiler {

    private final Inputs inputs;
    private final Function<String, Match> parsed;
    private final List<Acl> acls = new ArrayList<>();
    private final Map<Set<String>, AclList[]> listsByGroups = new LinkedHashMap<>();
    private final AddressIndex.Builder macs = new AddressIndex.Builder();
    private final AddressIndex.Builder owners = new AddressIndex.Builder();
    private final AddressIndex.Builder ownerMacs = new AddressIndex.Builder();
    private final AddressIndex.Builder neighbours = new AddressIndex.Builder();
    private final AddressIndex.Builder routerOwned = new AddressIndex.Builder();
    private final AddressIndex.Builder routerMacs = new AddressIndex.Builder();
    private final List<Integer> flood = new ArrayList<>();
    private final List<Integer> floodL2 = new ArrayList<>();
    private final List<Integer> unknown = new ArrayList<>();

    /**
     * All that a switch's look-ups come from: while they are equal, so are the look-ups.
     *
     * @param groups of each port, by name and rules, not by members
     * @param routers behind each port, if any
     */
    record Inputs(
            LogicalSwitch row,
            List<LogicalSwitchPort> ports,
            List<List<Group>> groups,
            List<LoadBalancer> balancers,
            List<Optional<RowIndex.Peer>> routers,
            List<List<LoadBalancer>> routerBalancers) {}

    /** A group without its members. */
    record Group(String name, List<Acl> acls) {}

    private SwitchCompiler(Inputs inputs, Function<String, Match> parsed) {
        this.inputs = inputs;
        this.parsed = parsed;
    }

    static Inputs inputs(LogicalSwitch row, RowIndex rows, Function<PortGroup, Group> shared) {
        List<LogicalSwitchPort> ports = rows.portsOf(row);
        List<List<Group>> groups = new ArrayList<>(ports.size());
        List<Optional<RowIndex.Peer>> routers = new ArrayList<>(ports.size());
        List<List<LoadBalancer>> balancers = new ArrayList<>();
        for (LogicalSwitchPort port : ports) {
            List<Group> own = new ArrayList<>(3);
            for (PortGroup group : rows.groupsOf(port.name())) {
                own.add(shared.apply(group));
            }
            groups.add(own);
            Optional<RowIndex.Peer> peer = rows.peer(port);
            routers.add(peer);
            peer.ifPresent(p -> balancers.add(rows.balancers(p.router().loadBalancers())));
        }
        return new Inputs(
                row, ports, groups, rows.balancers(row.loadBalancers()), routers, balancers);
    }

    static SwitchPath compile(Inputs inputs, Function<String, Match> parsed) {
        return new SwitchCompiler(inputs, parsed).path();
    }

    private SwitchPath path() {
        LogicalSwitch row = inputs.row;
        acls.addAll(row.acls());
        Set<String> seen = new LinkedHashSet<>();
        for (List<Group> each : inputs.groups) {
            for (Group group : each) {
                if (seen.add(group.name())) {
                    acls.addAll(group.acls());
                }
            }
        }
        SwitchPort[] ports = new SwitchPort[inputs.ports.size()];
        int routers = 0;
        int balanced = 0;
        for (int i = 0; i < ports.length; i++) {
            LogicalSwitchPort port = inputs.ports.get(i);
            ports[i] = port(i, port);
            spread(i, port);
            routers += port.type().equals(LogicalSwitchPort.ROUTER) ? 1 : 0;
            Optional<RowIndex.Peer> peer = inputs.routers.get(i);
            if (peer.isPresent()) {
                router(i, peer.get(), inputs.routerBalancers.get(balanced++));
            }
        }
        String label = row.externalIds().getOrDefault("neutron:network_name", "");
        return new SwitchPath(
                row.name(),
                "ls:" + (label.isEmpty() ? row.name() : label),
                ports,
                !acls.isEmpty(),
                acls.stream().anyMatch(acl -> acl.action().equals("allow-related")),
                !row.dns().isEmpty(),
                new LbTable(inputs.balancers),
                macs.build(),
                owners.build(),
                ownerMacs.build(),
                neighbours.build(),
                routerOwned.build(),
                routerMacs.build(),
                array(flood),
                array(floodL2),
                array(unknown),
                routers == ports.length);
    }

    private static int[] array(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private SwitchPort port(int index, LogicalSwitchPort row) {
        Set<String> groups = new TreeSet<>();
        inputs.groups.get(index).forEach(group -> groups.add(group.name()));
        AclList[] lists = lists(row.name(), groups);
        List<PortAddress> addresses = PortAddress.of(row.addresses());
        return new SwitchPort(
                row.name(),
                kind(row.type()),
                row.isEnabled(),
                addresses,
                new PortSecurity(row.portSecurity()),
                lists[0],
                lists[1],
                row.isEnabled() ? Dhcp.of(row.dhcpv4(), addresses) : List.of());
    }

    private static SwitchPort.Kind kind(String type) {
        return switch (type) {
            case LogicalSwitchPort.ROUTER -> SwitchPort.Kind.ROUTER;
            case LogicalSwitchPort.LOCALNET -> SwitchPort.Kind.LOCALNET;
            case LogicalSwitchPort.VIRTUAL -> SwitchPort.Kind.VIRTUAL;
            case "localport" -> SwitchPort.Kind.LOCALPORT;
            default -> SwitchPort.Kind.VIF;
        };
    }

    /** Ports of the same groups have the same rules, unless a rule names a port. */
    private AclList[] lists(String port, Set<String> groups) {
        boolean isNamed = acls.stream().anyMatch(acl -> acl.match().contains(port));
        AclList[] held = isNamed ? null : listsByGroups.get(groups);
        if (held != null) {
            return held;
        }
        AclList.Owner owner = new AclList.Owner(port, groups);
        AclList[] made = {
            AclList.of(acls, true, owner, parsed), AclList.of(acls, false, owner, parsed)
        };
        if (!isNamed) {
            listsByGroups.put(groups, made);
        }
        return made;
    }

    /** Puts a port into the switch's look-ups. */
    private void spread(int index, LogicalSwitchPort row) {
        boolean isRouter = row.type().equals(LogicalSwitchPort.ROUTER);
        boolean isVirtual = row.type().equals(LogicalSwitchPort.VIRTUAL);
        if (row.isEnabled()) {
            flood.add(index);
            if (!isRouter) {
                floodL2.add(index);
            }
            if (row.hasUnknown()) {
                unknown.add(index);
            }
        }
        if (isVirtual && row.isEnabled() && row.options().containsKey("virtual-ip")) {
            neighbours.put(Ip.parse(row.options().getOrDefault("virtual-ip", "")), 0);
        }
        for (PortAddress each : PortAddress.of(row.addresses())) {
            macs.put(each.mac(), index);
            for (Ip ip : each.ips()) {
                if (!isRouter && !isVirtual && row.isEnabled()) {
                    neighbours.put(ip, each.mac());
                }
                if (!isVirtual && !row.hasUnknown()) {
                    owns(index, ip, each.mac());
                }
            }
        }
    }

    private void owns(int index, Ip ip, long mac) {
        owners.put(ip, index);
        ownerMacs.put(ip, mac);
    }

    /** Puts what a router answers for into the switch's look-ups. */
    private void router(int index, RowIndex.Peer peer, List<LoadBalancer> balancers) {
        long mac = Mac.parse(peer.port().mac());
        if (inputs.ports.get(index).addresses().contains("router")) {
            macs.put(mac, index);
        }
        routerMacs.put(mac, index);
        List<Cidr> networks = new ArrayList<>();
        peer.port().networks().forEach(text -> networks.add(Cidr.parse(text)));
        networks.add(new Cidr(Mac.linkLocal(mac), 64));
        for (Cidr each : networks) {
            owns(index, each.ip(), mac);
        }
        if (!peer.port().isEnabled()) {
            return;
        }
        for (Cidr each : networks) {
            routerOwned.put(each.ip(), index);
        }
        for (Ip vip : new LbTable(balancers).ips()) {
            if (networks.stream().anyMatch(network -> network.contains(vip))) {
                routerOwned.put(vip, index);
            }
        }
        for (Nat nat : peer.router().nat()) {
            if (nat.isSnatOnly()) {
                continue;
            }
            routerOwned.put(Ip.parse(nat.externalIp()), index);
            if (!nat.externalMac().isEmpty()) {
                routerMacs.put(Mac.parse(nat.externalMac()), index);
            }
            if (nat.isDistributed() && peer.port().isGateway()) {
                macs.put(Mac.parse(nat.externalMac()), index);
            }
        }
    }
}
