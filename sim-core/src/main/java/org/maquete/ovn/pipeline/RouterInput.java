package org.maquete.ovn.pipeline;

import java.util.Arrays;

/** The table ip_input of a logical router: what it answers, refuses and lets on. */
final class RouterInput {

    private RouterInput() {}

    /** Whether the packet is to be routed. */
    static boolean goesOn(Walk walk, int index, long[] f) {
        RouterPath path = walk.network.routers()[index];
        if (Field.isIp(f)
                && path.isGateway(f[Field.INPORT])
                && path.snatSources().has(f[Field.IP_SRC], f[Field.IP_SRC + 1])) {
            return true;
        }
        if (Field.isIp4(f) && isRefusedSource(path, f)) {
            return refuse(walk, path, "ip4.src");
        }
        if (f[Field.ETH_TYPE] == Field.ARP
                || Field.isDiscovery(f, 135)
                || Field.isDiscovery(f, 136)) {
            return neighbour(walk, index, f);
        }
        if (isEcho(path, f)) {
            echo(f);
            return true;
        }
        if (Field.isDiscovery(f, 133) || Field.isDiscovery(f, 134)) {
            return true;
        }
        if (isToGroup(f)) {
            return refuse(walk, path, "ip.mcast");
        }
        if (path.own().has(f[Field.IP_DST], f[Field.IP_DST + 1])) {
            if (path.gateway() < 0) {
                Field.swap(f, Field.ETH_SRC, Field.ETH_DST, 1);
                unreachable(walk, f);
                return true;
            }
            if (!path.snatSources().has(f[Field.IP_DST], f[Field.IP_DST + 1])
                    && !path.lb().hasAddress(f, Field.IP_DST)) {
                return refuse(walk, path, "ip.dst is the router's own");
            }
        }
        if (f[Field.ETH_DST] == Mac.BROADCAST) {
            return refuse(walk, path, "eth.bcast");
        }
        if (f[Field.TTL] <= 1) {
            expire(walk, index, f);
            return false;
        }
        return true;
    }

    private static boolean refuse(Walk walk, RouterPath path, String rule) {
        walk.drop(DropClass.ROUTER_IP_INPUT, path.label(), rule);
        return false;
    }

    private static boolean isRefusedSource(RouterPath path, long[] f) {
        if (f[Field.EGRESS_LOOP] == 0
                && path.refusedSources().has(f[Field.IP_SRC], f[Field.IP_SRC + 1])) {
            return true;
        }
        long from = f[Field.IP_SRC + 1] & 0xffff_ffffL;
        long to = f[Field.IP_DST + 1] & 0xffff_ffffL;
        return from >>> 28 == 0xe
                || from == 0xffff_ffffL
                || from >>> 24 == 127
                || to >>> 24 == 127
                || from >>> 24 == 0
                || to >>> 24 == 0;
    }

    /** Only a frame to a group counts: a group's address in a frame for the router is routed. */
    private static boolean isToGroup(long[] f) {
        if (!Field.isMulticast(f)) {
            return false;
        }
        return Field.isIp4(f)
                ? (f[Field.IP_DST + 1] & 0xffff_ffffL) >>> 28 == 0xe
                : f[Field.IP_DST] >>> 56 == 0xff;
    }

    /** ARP and ND: answered when it asks for the router's own or a translated address. */
    private static boolean neighbour(Walk walk, int index, long[] f) {
        RouterPath path = walk.network.routers()[index];
        RouterPort in = path.ports()[(int) f[Field.INPORT]];
        boolean isArp = Field.isArpRequest(f);
        learn(walk, in, f);
        if (isArp || Field.isSolicitation(f)) {
            int asked = isArp ? Field.IP_DST : Field.ND_TARGET;
            long hi = f[asked];
            long lo = f[asked + 1];
            long rule = path.external().get(hi, lo);
            boolean isOwn = in.owns(hi, lo) && (!isArp || isNear(in, f, hi, lo));
            boolean isServed = path.lb().hasAddress(f, asked);
            if (isOwn || isServed || rule != AddressIndex.NONE) {
                long mac = in.mac();
                if (rule != AddressIndex.NONE && path.isGateway(f[Field.INPORT])) {
                    long own = path.rules()[(int) rule].mac();
                    mac = own == 0 ? mac : own;
                }
                SwitchStages.answerNeighbour(f, mac);
                RouterStages.egress(walk, index, (int) f[Field.INPORT], f);
                return false;
            }
        }
        return refuse(walk, path, "arp || nd");
    }

    /** What it is answered, and who asks for itself; not what others ask of others. */
    private static void learn(Walk walk, RouterPort in, long[] f) {
        if (f[Field.ETH_TYPE] == Field.ARP
                && (f[Field.ARP_OP] == 2 || in.owns(f[Field.IP_DST], f[Field.IP_DST + 1]))) {
            Ip ip = new Ip(f[Field.IP_SRC], f[Field.IP_SRC + 1]);
            walk.tracking().learn(in.name(), ip, f[Field.ARP_SHA]);
        }
    }

    /** Whether who asks is of the network he asks about. */
    private static boolean isNear(RouterPort in, long[] f, long hi, long lo) {
        for (int i = 0; i < in.networks().size(); i++) {
            Cidr each = in.networks().get(i);
            if (each.ip().hi() == hi
                    && each.ip().lo() == lo
                    && each.contains(f[Field.IP_SRC], f[Field.IP_SRC + 1])) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEcho(RouterPath path, long[] f) {
        if (f[Field.DPORT] != 0 || !path.own().has(f[Field.IP_DST], f[Field.IP_DST + 1])) {
            return false;
        }
        return Field.isIp4(f)
                ? f[Field.IP_PROTO] == Field.ICMP && f[Field.SPORT] == 8
                : Field.isIcmp6(f, 128);
    }

    private static void echo(long[] f) {
        Field.swap(f, Field.IP_SRC, Field.IP_DST, 2);
        f[Field.TTL] = 255;
        f[Field.SPORT] = Field.isIp4(f) ? 0 : 129;
        f[Field.LOOPBACK] = 1;
        Output.Generated.ECHO.mark(f);
    }

    /**
     * What a router without a gateway, or a rule that rejects, tells a sender; the frame's
     * addresses are left.
     */
    static void unreachable(Walk walk, long[] f) {
        long proto = f[Field.IP_PROTO];
        Field.quote(f);
        Field.swap(f, Field.IP_SRC, Field.IP_DST, 2);
        f[Field.TTL] = 255;
        if (proto == Field.TCP) {
            Output.Generated.TCP_RESET.mark(f);
            walk.tracking().reset(f);
            return;
        }
        if (proto == Field.SCTP) {
            throw new UnmodelledException("sctp_abort");
        }
        boolean isIp4 = Field.isIp4(f);
        boolean isUdp = proto == Field.UDP;
        f[Field.IP_PROTO] = isIp4 ? Field.ICMP : Field.ICMP6;
        f[Field.SPORT] = isIp4 ? 3 : 1;
        f[Field.DPORT] = isIp4 ? (isUdp ? 3 : 2) : isUdp ? 4 : 3;
        Output.Generated by = isIp4 ? Output.Generated.ICMP4 : Output.Generated.ICMP6;
        by.mark(f);
    }

    /** The time to live is over: the sender is told by the port it came in by. */
    private static void expire(Walk walk, int index, long[] f) {
        RouterPath path = walk.network.routers()[index];
        int inport = (int) f[Field.INPORT];
        RouterPort in = path.ports()[inport];
        boolean isIp4 = Field.isIp4(f);
        Ip own = own(in, isIp4);
        if (!Field.isIp(f) || own.equals(Ip.ANY4)) {
            refuse(walk, path, "ip.ttl == {0, 1}");
            return;
        }
        long[] error = Arrays.copyOf(f, Field.COUNT);
        Field.quote(error);
        Field.swap(error, Field.ETH_SRC, Field.ETH_DST, 1);
        error[Field.IP_PROTO] = isIp4 ? Field.ICMP : Field.ICMP6;
        error[Field.SPORT] = isIp4 ? 11 : 3;
        error[Field.DPORT] = 0;
        error[Field.TTL] = 254;
        if (isIp4 && in.isGateway()) {
            Field.swap(error, Field.IP_SRC, Field.IP_DST, 2);
        } else {
            Field.copy(error, Field.IP_SRC, Field.IP_DST);
            Field.set(error, Field.IP_SRC, own);
        }
        Output.Generated by = isIp4 ? Output.Generated.ICMP4 : Output.Generated.ICMP6;
        by.mark(error);
        RouterStages.egress(walk, index, inport, error);
    }

    /** The first address of a kind, not the link-local one. */
    private static Ip own(RouterPort in, boolean isIp4) {
        for (int i = 0; i < in.networks().size() - 1; i++) {
            Ip ip = in.networks().get(i).ip();
            if (ip.isIp4() == isIp4) {
                return ip;
            }
        }
        return Ip.ANY4;
    }
}
