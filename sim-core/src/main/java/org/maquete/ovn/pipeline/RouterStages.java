package org.maquete.ovn.pipeline;

import java.util.Arrays;
import java.util.Optional;
import org.maquete.ovn.nb.Nat;

/** The pipeline of a logical router: what its tables do, in their order. */
final class RouterStages {

    private RouterStages() {}

    /** From a port into the router. */
    static void ingress(Walk walk, int index, long[] f) {
        RouterPath path = walk.network.routers()[index];
        if (!walk.enters(path.label())) {
            return;
        }
        RouterPort in = path.ports()[(int) f[Field.INPORT]];
        if (walk.isTold()) {
            walk.tell(new Step.Entered(path.name(), true, in.name()));
        }
        if (!isAdmitted(path, in, f)) {
            walk.drop(
                    DropClass.ROUTER_ADMISSION,
                    path.label(),
                    "eth.dst == " + Mac.text(f[Field.ETH_DST]));
            return;
        }
        f[Field.INPORT_MAC] = in.mac();
        if (!RouterInput.goesOn(walk, index, f)) {
            return;
        }
        unSnat(walk, path, f);
        if (!isTranslated(walk, path, f)) {
            return;
        }
        int out = route(walk, path, f);
        if (out < 0 || !isResolved(walk, index, out, f)) {
            return;
        }
        if (f[Field.ETH_DST] == 0) {
            if (walk.isTold()) {
                Ip hop = new Ip(f[Field.NEXT_HOP], f[Field.NEXT_HOP + 1]);
                walk.tell(new Step.Asked(path.ports()[out].name(), hop.toString()));
            }
            ask(f);
        }
        egress(walk, index, out, f);
    }

    private static boolean isAdmitted(RouterPath path, RouterPort in, long[] f) {
        if (!in.isEnabled() || (f[Field.ETH_SRC] & Mac.GROUP) != 0) {
            return false;
        }
        if (Field.isMulticast(f) || f[Field.ETH_DST] == in.mac()) {
            return true;
        }
        if (path.isGateway(f[Field.INPORT])) {
            for (NatRule each : path.rules()) {
                if (each.isDistributed() && each.mac() == f[Field.ETH_DST]) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void unSnat(Walk walk, RouterPath path, long[] f) {
        if (Field.isIp(f)
                && path.isGateway(f[Field.INPORT])
                && path.external().has(f[Field.IP_DST], f[Field.IP_DST + 1])
                && path.lb().find(f) < 0
                && (f[Field.LOOPBACK] == 0 || f[Field.USE_SNAT_ZONE] == 1)) {
            trackBack(walk, path, false, f);
        }
    }

    /** Looks a packet up, and tells when an answer was translated back. */
    private static void trackBack(Walk walk, RouterPath path, boolean isSource, long[] f) {
        int at = isSource ? Field.IP_SRC : Field.IP_DST;
        Ip before = new Ip(f[at], f[at + 1]);
        walk.tracking().trackOnce(path.name(), f);
        tell(walk, path, isSource, Optional.empty(), before, f);
    }

    /** Tells that an address became another, if it did. */
    private static void tell(
            Walk walk, RouterPath path, boolean isSource, Optional<Nat> rule, Ip before, long[] f) {
        int at = isSource ? Field.IP_SRC : Field.IP_DST;
        if (walk.isTold() && !Field.is(f, at, before)) {
            String to = new Ip(f[at], f[at + 1]).toString();
            walk.tell(new Step.Translated(path.name(), isSource, rule, before.toString(), to));
        }
    }

    /** Load balancer and destination; false when the packet ends. */
    private static boolean isTranslated(Walk walk, RouterPath path, long[] f) {
        if (!Field.isIp(f)) {
            return true;
        }
        if (!path.lb().isEmpty() && path.lb().hasAddress(f, Field.IP_DST)) {
            walk.tracking().trackOnce(path.name(), f);
            int ct = (int) f[Field.CT];
            int found = path.lb().find(f);
            if (found >= 0 && (ct & Ct.NEW) != 0 && (ct & Ct.REL) == 0) {
                LbTable.Vip vip = path.lb().vip(found);
                if (vip.members().isEmpty()) {
                    walk.drop(DropClass.LOAD_BALANCER, path.label(), "ip.dst == " + vip.ip());
                    return false;
                }
                walk.balance(path.name(), path.name(), vip, f);
                return true;
            }
        }
        if (path.isGateway(f[Field.INPORT])) {
            long rule = path.dnat().get(f[Field.IP_DST], f[Field.IP_DST + 1]);
            if (rule != AddressIndex.NONE) {
                Ip before = new Ip(f[Field.IP_DST], f[Field.IP_DST + 1]);
                NatRule row = path.rules()[(int) rule];
                Ip to = row.logical().ip();
                walk.translated("dnat", to);
                walk.tracking().toLogical(path.name(), f, to);
                tell(walk, path, false, Optional.of(row.row()), before, f);
            }
        }
        return true;
    }

    /** The port to leave by, or -1 when there is none. */
    private static int route(Walk walk, RouterPath path, long[] f) {
        int out = -1;
        if (f[Field.IP_DST] >>> 54 == 0xfe80 >>> 6) {
            out = (int) f[Field.INPORT];
            Field.copy(f, Field.IP_DST, Field.NEXT_HOP);
            Field.set(f, Field.SOURCE, path.ports()[out].networks().getLast().ip());
        } else {
            int found = path.route(f[Field.IP_DST], f[Field.IP_DST + 1]);
            if (found >= 0 && !Field.isDiscovery(f, 133) && !Field.isDiscovery(f, 134)) {
                Route route = path.routes()[walk.oneOf(found, path.alike(found))];
                out = route.port();
                tell(walk, path, route);
                Field.set(f, Field.SOURCE, route.source());
                if (route.isConnected()) {
                    Field.copy(f, Field.IP_DST, Field.NEXT_HOP);
                } else {
                    Field.set(f, Field.NEXT_HOP, route.nextHop());
                }
            }
        }
        if (out < 0) {
            Ip to = new Ip(f[Field.IP_DST], f[Field.IP_DST + 1]);
            walk.drop(DropClass.NO_ROUTE, path.label(), "ip.dst == " + to);
            return -1;
        }
        f[Field.TTL]--;
        f[Field.ETH_SRC] = path.ports()[out].mac();
        f[Field.LOOPBACK] = 1;
        return out;
    }

    private static void tell(Walk walk, RouterPath path, Route route) {
        if (walk.isTold()) {
            String prefix = route.prefix().ip() + "/" + route.prefix().length();
            String hop = route.isConnected() ? "" : route.nextHop().toString();
            String port = path.ports()[route.port()].name();
            walk.tell(new Step.Routed(path.name(), port, prefix, hop));
        }
    }

    /** The MAC of the next hop, 0 if nobody knows; false when the packet ends. */
    private static boolean isResolved(Walk walk, int index, int out, long[] f) {
        RouterPath path = walk.network.routers()[index];
        boolean isExternal = path.external().has(f[Field.IP_DST], f[Field.IP_DST + 1]);
        if (isExternal && path.isGateway(f[Field.INPORT]) && path.isGateway(out)) {
            walk.drop(DropClass.ARP_RESOLVE, path.label(), "inport == outport, own address");
            return false;
        }
        long mac = known(walk, index, out, f);
        if (mac == AddressIndex.NONE) {
            if (isOwnTranslated(path, f)) {
                walk.drop(DropClass.ARP_RESOLVE, path.label(), "own address");
                return false;
            }
            mac = walk.network.bindings()[index][out].get(f[Field.NEXT_HOP], f[Field.NEXT_HOP + 1]);
            if (mac == AddressIndex.NONE) {
                String port = path.ports()[out].name();
                mac = walk.tracking().learnt(port, f[Field.NEXT_HOP], f[Field.NEXT_HOP + 1]);
            }
        }
        f[Field.ETH_DST] = mac == AddressIndex.NONE ? 0 : mac;
        if (path.isGateway(out)) {
            distribute(path, f);
        }
        return true;
    }

    /** An address of its own that it translates to: dropped here when nothing took it before. */
    private static boolean isOwnTranslated(RouterPath path, long[] f) {
        long hi = f[Field.IP_DST];
        long lo = f[Field.IP_DST + 1];
        return path.own().has(hi, lo)
                && (path.snatSources().has(hi, lo) || path.lb().hasAddress(f, Field.IP_DST));
    }

    /** The MAC of a next hop that the rows tell. */
    private static long known(Walk walk, int index, int out, long[] f) {
        RouterPath path = walk.network.routers()[index];
        long hi = f[Field.NEXT_HOP];
        long lo = f[Field.NEXT_HOP + 1];
        if (path.isGateway(out)) {
            long rule = path.external().get(hi, lo);
            if (rule != AddressIndex.NONE) {
                long own = path.rules()[(int) rule].mac();
                return own == 0 ? path.ports()[out].mac() : own;
            }
        }
        RouterPort port = path.ports()[out];
        int peer = walk.network.routerPeers()[index][out];
        if (peer >= 0 && port.hasNetworkOf(hi, lo)) {
            long mac = walk.network.switches()[Network.path(peer)].neighbours().get(hi, lo);
            if (mac != AddressIndex.NONE) {
                return mac;
            }
        }
        return port.neighbours().get(hi, lo);
    }

    /** A floating address that the instance's own chassis translates. */
    private static void distribute(RouterPath path, long[] f) {
        long rule = path.dnatBack().get(f[Field.IP_SRC], f[Field.IP_SRC + 1]);
        if (rule != AddressIndex.NONE && path.rules()[(int) rule].isDistributed()) {
            f[Field.ETH_SRC] = path.rules()[(int) rule].mac();
            Field.set(f, Field.SOURCE, path.rules()[(int) rule].external());
        }
    }

    /** Instead of a packet whose next hop is not known: the question for it. */
    private static void ask(long[] f) {
        if (Field.isIp4(f)) {
            f[Field.ETH_TYPE] = Field.ARP;
            f[Field.ARP_OP] = 1;
            f[Field.ARP_SHA] = f[Field.ETH_SRC];
            f[Field.ARP_THA] = 0;
            f[Field.ETH_DST] = Mac.BROADCAST;
            Field.copy(f, Field.SOURCE, Field.IP_SRC);
            Field.copy(f, Field.NEXT_HOP, Field.IP_DST);
            Output.Generated.ARP.mark(f);
            return;
        }
        Ip target = new Ip(f[Field.NEXT_HOP], f[Field.NEXT_HOP + 1]);
        Field.set(f, Field.ND_TARGET, target);
        Field.copy(f, Field.SOURCE, Field.IP_SRC);
        Field.set(f, Field.IP_DST, target.solicitedNode());
        f[Field.IP_PROTO] = Field.ICMP6;
        f[Field.SPORT] = 135;
        f[Field.DPORT] = 0;
        f[Field.TTL] = 255;
        f[Field.ARP_SHA] = f[Field.ETH_SRC];
        f[Field.ARP_THA] = 0;
        f[Field.ETH_DST] = Mac.ofGroup(target.solicitedNode().lo());
        Output.Generated.ND_NS.mark(f);
    }

    /** From the router to one of its ports. */
    static void egress(Walk walk, int index, int out, long[] f) {
        RouterPath path = walk.network.routers()[index];
        f[Field.LOOPBACK] = 0;
        f[Field.USE_SNAT_ZONE] = 0;
        f[Field.EGRESS_LOOP] = 0;
        boolean isIp = Field.isIp(f);
        boolean isToGateway = path.isGateway(out);
        if (isIp && isToGateway) {
            boolean isLocal = path.external().has(f[Field.IP_DST], f[Field.IP_DST + 1]);
            if (!translateSource(walk, path, f) && isLocal) {
                f[Field.USE_SNAT_ZONE] = 1;
            }
            if (isLocal) {
                loop(walk, index, out, f);
                return;
            }
        }
        f[Field.USE_SNAT_ZONE] = 0;
        int peer = walk.network.routerPeers()[index][out];
        if (peer < 0) {
            walk.drop(DropClass.NO_PEER, path.label(), path.ports()[out].name());
            return;
        }
        walk.tracking().cross(f);
        f[Field.INPORT] = Network.port(peer);
        SwitchStages.ingress(walk, Network.path(peer), f);
    }

    /** The tables undnat and snat; whether the source became another. */
    private static boolean translateSource(Walk walk, RouterPath path, long[] f) {
        long back = path.dnatBack().get(f[Field.IP_SRC], f[Field.IP_SRC + 1]);
        if (!path.lb().isEmpty() && path.lb().isFromMember(f)) {
            trackBack(walk, path, true, f);
        } else if (back != AddressIndex.NONE) {
            NatRule rule = path.rules()[(int) back];
            if (rule.isDistributed()) {
                f[Field.ETH_SRC] = rule.mac();
            }
            trackBack(walk, path, true, f);
        }
        int found = Field.isSolicitation(f) ? -1 : path.snat(f);
        if (found < 0) {
            return false;
        }
        NatRule rule = path.rules()[found];
        if (rule.isDistributed()) {
            f[Field.ETH_SRC] = rule.mac();
        }
        Ip before = new Ip(f[Field.IP_SRC], f[Field.IP_SRC + 1]);
        walk.translated("snat", rule.external());
        walk.tracking().toExternal(path.name(), f, rule.external());
        tell(walk, path, true, Optional.of(rule.row()), before, f);
        return true;
    }

    /** For an address that the router itself translates: back in by the port it would leave by. */
    private static void loop(Walk walk, int index, int out, long[] f) {
        long[] clone = Arrays.copyOf(f, Field.COUNT);
        clone[Field.CT] = 0;
        clone[Field.INPORT] = out;
        Field.swap(clone, Field.ETH_SRC, Field.ETH_DST, 1);
        clone[Field.LOOPBACK] = 1;
        clone[Field.EGRESS_LOOP] = 1;
        ingress(walk, index, clone);
    }
}
