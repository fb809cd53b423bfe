package org.maquete.ovn.pipeline;

import java.util.Arrays;
import java.util.Optional;
import org.maquete.ovn.nb.Acl;

/** The pipeline of a logical switch: what its tables do, in their order. */
final class SwitchStages {

    private static final int ALLOWED = -1; // <of a rule's index>: none ended the packet
    private static final int INVALID = -2; // <of a rule's index>: conntrack's state ended it

    private SwitchStages() {}

    /** From a port into the switch. */
    static void ingress(Walk walk, int index, long[] f) {
        SwitchPath path = walk.network.switches()[index];
        if (!walk.enters(path.label())) {
            return;
        }
        SwitchPort in = path.ports()[(int) f[Field.INPORT]];
        if (walk.isTold()) {
            walk.tell(new Step.Entered(path.name(), false, in.name()));
        }
        if ((f[Field.ETH_SRC] & Mac.GROUP) != 0) {
            walk.drop(DropClass.ADMISSION, path.label(), "eth.src[40]");
            return;
        }
        if (!in.isEnabled() || !in.security().admitsFrom(f)) {
            walk.drop(DropClass.PORT_SECURITY, path.label(), "inport == \"" + in.name() + "\"");
            return;
        }
        boolean isTracked = conntrack(walk, path, in, f, true);
        int ruled = ruled(walk, path, in, f, true);
        if (ruled != ALLOWED) {
            if (ruled >= 0 && in.fromAcls().isRejecting(ruled)) {
                if (refuses(walk, f)) {
                    leave(walk, index, (int) f[Field.INPORT], f);
                }
            }
            return;
        }
        if (isBalancedAway(walk, index, f)) {
            return;
        }
        remember(walk, path, in, isTracked, f);
        if (isAnswered(walk, index, f) || isOffered(walk, index, f)) {
            return;
        }
        lookup(walk, index, f);
    }

    /** The table stateful of either direction. */
    private static void remember(
            Walk walk, SwitchPath path, SwitchPort port, boolean isTracked, long[] f) {
        if (isTracked && path.isStateful() && (f[Field.CT] & Ct.NEW) != 0) {
            walk.tracking().commit(port.name(), f);
        }
    }

    /** The tables pre_acl, pre_lb and pre_stateful of either direction; whether one looked up. */
    private static boolean conntrack(
            Walk walk, SwitchPath path, SwitchPort port, long[] f, boolean isFromPort) {
        if (!isFromPort && !path.hasStatefulAcls() && path.isLeftOut(port, true)) {
            if (Field.isIp(f)) {
                f[Field.CT] = 0;
            }
            return false;
        }
        if (!path.isStateful() || !Field.isIp(f)) {
            return false;
        }
        AclList acls = isFromPort ? port.fromAcls() : port.toAcls();
        if (acls.isStateless(f, walk.network.sets())
                || Field.isMulticast(f)
                || Field.isNeighbourDiscovery(f)) {
            return false;
        }
        if (!path.lb().isEmpty() && !path.isLeftOut(port, true)) {
            walk.tracking().trackMore(port.name(), f);
            return true;
        }
        if (path.hasStatefulAcls() && !path.isLeftOut(port, false) && !Field.isUdp(f, 546, 547)) {
            walk.tracking().track(port.name(), f);
            return true;
        }
        return false;
    }

    /** {@code ALLOWED}, or the index of the rule that ends the packet, or that no rule did it. */
    private static int ruled(
            Walk walk, SwitchPath path, SwitchPort port, long[] f, boolean isFromPort) {
        if (!path.isFiltering() || Field.isNeighbourDiscovery(f)) {
            return ALLOWED;
        }
        DropClass why =
                isFromPort ? DropClass.ACL_EGRESS_OF_SENDER : DropClass.ACL_INGRESS_OF_RECEIVER;
        if (path.isStateful()) {
            int ct = (int) f[Field.CT];
            int kind = ct & (Ct.NEW | Ct.EST | Ct.REL | Ct.INV);
            if (kind == Ct.REL || kind == Ct.EST && (ct & Ct.RPL) != 0) {
                if (walk.isTold()) {
                    walk.tell(new Step.Passed(port.name(), isFromPort, Optional.empty(), true));
                }
                return ALLOWED;
            }
            if ((ct & Ct.INV) != 0) {
                walk.drop(why, path.label(), "ct.inv");
                return INVALID;
            }
        }
        if (!isFromPort && isServed(path, port, f)) {
            return ALLOWED;
        }
        AclList acls = isFromPort ? port.fromAcls() : port.toAcls();
        int deciding = acls.deciding(f, walk.network.sets(), path.isStateful());
        if (deciding < 0 || !acls.isEnding(deciding)) {
            if (walk.isTold()) {
                Optional<Acl> rule =
                        deciding < 0 ? Optional.empty() : Optional.of(acls.acl(deciding));
                walk.tell(new Step.Passed(port.name(), isFromPort, rule, false));
            }
            return ALLOWED;
        }
        if (!acls.isRejecting(deciding)) {
            walk.drop(why, path.label(), acls.acl(deciding).match());
        } else if (walk.isTold()) {
            walk.tell(new Step.Dropped(why, acls.acl(deciding).match()));
        }
        return deciding;
    }

    /** Instead of a packet that a rule rejects: what its sender is told; false for a refusal. */
    private static boolean refuses(Walk walk, long[] f) {
        boolean isRefusal =
                Field.isIp4(f)
                        ? f[Field.IP_PROTO] == Field.ICMP && f[Field.SPORT] == 3
                        : Field.isIcmp6(f, 1);
        if (isRefusal || Output.Generated.of(f) == Output.Generated.TCP_RESET) {
            return false;
        }
        Field.swap(f, Field.ETH_SRC, Field.ETH_DST, 1);
        RouterInput.unreachable(walk, f);
        return true;
    }

    /** Whether it is an answer of the switch's own responders. */
    private static boolean isServed(SwitchPath path, SwitchPort port, long[] f) {
        if (!Field.isIp(f) || f[Field.IP_PROTO] != Field.UDP) {
            return false;
        }
        for (int i = 0; i < port.dhcp().size(); i++) {
            if (port.dhcp().get(i).isAnswer(f)) {
                return true;
            }
        }
        return path.hasDns() && f[Field.SPORT] == 53;
    }

    /** The load balancer and its hairpin; true when the packet goes no further. */
    private static boolean isBalancedAway(Walk walk, int index, long[] f) {
        SwitchPath path = walk.network.switches()[index];
        if (path.lb().isEmpty() || (f[Field.CT] & Ct.NEW) == 0) {
            return isTurnedBack(walk, index, f);
        }
        int found = path.lb().find(f);
        if (found < 0) {
            return isTurnedBack(walk, index, f);
        }
        LbTable.Vip vip = path.lb().vip(found);
        if (vip.members().isEmpty()) {
            walk.drop(DropClass.LOAD_BALANCER, path.label(), "ip.dst == " + vip.ip());
            return true;
        }
        String zone = path.ports()[(int) f[Field.INPORT]].name();
        walk.balance(path.name(), zone, vip, f);
        if (f[Field.IP_SRC] != f[Field.IP_DST] || f[Field.IP_SRC + 1] != f[Field.IP_DST + 1]) {
            return false;
        }
        walk.tracking().toExternal(hairpin(path), f, new Ip(f[Field.LB_VIP], f[Field.LB_VIP + 1]));
        f[Field.HAIRPIN] = 1;
        Field.swap(f, Field.ETH_SRC, Field.ETH_DST, 1);
        answer(walk, index, f);
        return true;
    }

    private static String hairpin(SwitchPath path) {
        return path.name() + " hairpin";
    }

    /** The answer of a member to itself, which it gives to the virtual address. */
    private static boolean isTurnedBack(Walk walk, int index, long[] f) {
        SwitchPath path = walk.network.switches()[index];
        if (path.lb().isEmpty()
                || !path.lb().isFromMember(f)
                || !path.lb().hasAddress(f, Field.IP_DST)) {
            return false;
        }
        if (!walk.tracking().isUndone(hairpin(path), f)) {
            return false;
        }
        Field.swap(f, Field.ETH_SRC, Field.ETH_DST, 1);
        answer(walk, index, f);
        return true;
    }

    /** To the port it came from. */
    private static void answer(Walk walk, int index, long[] f) {
        f[Field.LOOPBACK] = 1;
        send(walk, index, (int) f[Field.INPORT], f);
    }

    /** ARP and ND for addresses of the network. */
    private static boolean isAnswered(Walk walk, int index, long[] f) {
        SwitchPath path = walk.network.switches()[index];
        boolean isArp = Field.isArpRequest(f);
        if (!isArp && !Field.isSolicitation(f)
                || path.ports()[(int) f[Field.INPORT]].kind() == SwitchPort.Kind.LOCALNET) {
            return false;
        }
        int asked = isArp ? Field.IP_DST : Field.ND_TARGET;
        long owner = path.owners().get(f[asked], f[asked + 1]);
        if (owner == AddressIndex.NONE || owner == f[Field.INPORT]) {
            return false;
        }
        if (!isArp && !isAskedFor(f)) {
            return false;
        }
        answerNeighbour(f, path.ownerMacs().get(f[asked], f[asked + 1]));
        answer(walk, index, f);
        return true;
    }

    /** Whether a solicitation goes to its target or to the target's group. */
    static boolean isAskedFor(long[] f) {
        Ip target = new Ip(f[Field.ND_TARGET], f[Field.ND_TARGET + 1]);
        return Field.is(f, Field.IP_DST, target)
                || Field.is(f, Field.IP_DST, target.solicitedNode());
    }

    /** Turns a question for a MAC into its answer. */
    static void answerNeighbour(long[] f, long mac) {
        f[Field.ETH_DST] = f[Field.ETH_SRC];
        f[Field.ETH_SRC] = mac;
        if (f[Field.ETH_TYPE] == Field.ARP) {
            f[Field.ARP_OP] = 2;
            f[Field.ARP_THA] = f[Field.ARP_SHA];
            f[Field.ARP_SHA] = mac;
            Field.swap(f, Field.IP_SRC, Field.IP_DST, 2);
        } else {
            Field.copy(f, Field.IP_SRC, Field.IP_DST);
            Field.copy(f, Field.ND_TARGET, Field.IP_SRC);
            f[Field.SPORT] = 136;
            f[Field.ARP_SHA] = 0;
            f[Field.ARP_THA] = mac;
        }
        Output.Generated.NEIGHBOUR.mark(f);
    }

    /** DHCP. */
    private static boolean isOffered(Walk walk, int index, long[] f) {
        SwitchPort in = walk.network.switches()[index].ports()[(int) f[Field.INPORT]];
        for (int i = 0; i < in.dhcp().size(); i++) {
            if (in.dhcp().get(i).answers(f)) {
                offer(walk, index, in.dhcp().get(i), f);
                return true;
            }
        }
        return false;
    }

    private static void offer(Walk walk, int index, Dhcp dhcp, long[] f) {
        f[Field.ETH_DST] = f[Field.ETH_SRC];
        f[Field.ETH_SRC] = dhcp.serverMac();
        Field.set(f, Field.IP_SRC, dhcp.server());
        f[Field.SPORT] = 67;
        f[Field.DPORT] = 68;
        Output.Generated.DHCP.mark(f);
        answer(walk, index, f);
    }

    /** The tables l2_lkup and l2_unknown. */
    private static void lookup(Walk walk, int index, long[] f) {
        SwitchPath path = walk.network.switches()[index];
        boolean isQuestion = Field.isArpRequest(f) || Field.isSolicitation(f);
        if (isQuestion) {
            int asked = f[Field.ETH_TYPE] == Field.ARP ? Field.IP_DST : Field.ND_TARGET;
            long router = path.routerOwned().get(f[asked], f[asked + 1]);
            if (router != AddressIndex.NONE) {
                send(walk, index, (int) router, Arrays.copyOf(f, Field.COUNT));
                flood(walk, index, path.floodL2(), f);
                return;
            }
            if (!path.hasOnlyRouters()
                    && path.routerMacs().get(f[Field.ETH_SRC]) != AddressIndex.NONE) {
                flood(walk, index, path.floodL2(), f);
                return;
            }
        }
        if (Field.isMulticast(f)) {
            flood(walk, index, path.flood(), f);
            return;
        }
        long port = path.macs().get(f[Field.ETH_DST]);
        if (port == AddressIndex.NONE && path.unknown().length > 0) {
            flood(walk, index, path.unknown(), f);
        } else if (port == AddressIndex.NONE || !path.ports()[(int) port].isEnabled()) {
            walk.drop(
                    DropClass.L2_LOOKUP, path.label(), "eth.dst == " + Mac.text(f[Field.ETH_DST]));
        } else {
            send(walk, index, (int) port, f);
        }
    }

    private static void flood(Walk walk, int index, int[] ports, long[] f) {
        for (int port : ports) {
            send(walk, index, port, Arrays.copyOf(f, Field.COUNT));
        }
    }

    /** The end of the ingress pipeline and the whole egress pipeline towards one port. */
    private static void send(Walk walk, int index, int outport, long[] f) {
        SwitchPath path = walk.network.switches()[index];
        SwitchPort out = path.ports()[outport];
        if (outport == f[Field.INPORT] && f[Field.LOOPBACK] == 0) {
            walk.drop(DropClass.SAME_PORT, path.label(), "inport == outport");
            return;
        }
        f[Field.LOOPBACK] = 0;
        if (walk.isTold()) {
            walk.tell(new Step.Sent(out.name()));
        }
        boolean isTracked = conntrack(walk, path, out, f, false);
        int ruled = ruled(walk, path, out, f, false);
        if (ruled != ALLOWED) {
            if (ruled >= 0 && out.toAcls().isRejecting(ruled)) {
                f[Field.INPORT] = outport;
                if (refuses(walk, f) && walk.enters(path.label())) {
                    lookup(walk, index, f);
                }
            }
            return;
        }
        remember(walk, path, out, isTracked, f);
        leave(walk, index, outport, f);
    }

    /** The rest of the egress pipeline, behind the rules. */
    private static void leave(Walk walk, int index, int outport, long[] f) {
        SwitchPath path = walk.network.switches()[index];
        SwitchPort out = path.ports()[outport];
        if (!Field.isMulticast(f) && !out.security().admitsTo(f)) {
            walk.drop(DropClass.PORT_SECURITY, path.label(), "outport == \"" + out.name() + "\"");
            return;
        }
        int peer = walk.network.switchPeers()[index][outport];
        if (peer >= 0) {
            walk.tracking().cross(f);
            f[Field.INPORT] = Network.port(peer);
            RouterStages.ingress(walk, Network.path(peer), f);
        } else if (out.kind() == SwitchPort.Kind.ROUTER) {
            walk.drop(DropClass.NO_PEER, path.label(), "outport == \"" + out.name() + "\"");
        } else {
            walk.output(out.name(), f);
        }
    }
}
