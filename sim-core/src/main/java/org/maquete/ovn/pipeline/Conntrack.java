package org.maquete.ovn.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Connections as Open vSwitch's userspace datapath remembers them, and MACs that routers were told.
 *
 * <p>Idea: a zone is a switch's port or a router, for ovn-controller gives each a number of its
 * own. A connection has the addresses of its first packet and those that an answer has; without a
 * translation these are the first ones exchanged. A packet that looks like the first is of the
 * original direction, one that looks like the answer a reply; both are translated to what the other
 * side knows. A connection is new until a reply was seen. Nothing times out: who asks lets less
 * time pass than the 30 seconds of the shortest timer.
 *
 * <p>An echo has its identifier as both ports. Only an echo request, and of TCP no SYN with ACK,
 * begins a connection; windows and the other states of TCP are left out. An error is related when
 * the packet it quotes is one of a connection; the quoted packet is not translated.
 */
final class Conntrack implements Tracking {

    private static final int PORT_FIRST = 1024; // <port>: OVS 3.1, conntrack.c, MIN_NAT_EPHEMERAL
    private static final int PORT_LAST = 65535; // <port>: OVS 3.1, conntrack.c, MAX_NAT_EPHEMERAL
    private static final int CONNECTIONS_MAX = 3_000_000; // <count>: OVS 3.1, conntrack.c, limit

    private static final int RESET_TTL = 63; // <hops>: measured, OVN 23.03.1's pinctrl

    private final Map<Tuple, Connection> byTuple = new LinkedHashMap<>();
    private final Map<String, Map<Ip, Long>> learnt = new LinkedHashMap<>();

    private record Tuple(String zone, long proto, Ip src, long sport, Ip dst, long dport) {

        Tuple(String zone, long proto, Side from, Side to) {
            this(zone, proto, from.ip, from.port, to.ip, to.port);
        }

        Tuple exchanged() {
            return new Tuple(zone, proto, new Side(dst, dport), new Side(src, sport));
        }

        Tuple from(Ip ip, long port) {
            return new Tuple(zone, proto, ip, port, dst, dport);
        }

        Tuple to(Ip ip, long port) {
            return new Tuple(zone, proto, src, sport, ip, port);
        }
    }

    private record Side(Ip ip, long port) {}

    private static final class Connection {

        private final Tuple original;
        private final Tuple reply;
        private boolean isAnswered;

        private Connection(Tuple original, Tuple reply) {
            this.original = original;
            this.reply = reply;
        }
    }

    /** The same so far: what one of the two learns, the other does not. */
    Conntrack copy() {
        Conntrack copy = new Conntrack();
        byTuple.forEach((tuple, each) -> {
            if (tuple.equals(each.original)) {
                Connection made = new Connection(each.original, each.reply);
                made.isAnswered = each.isAnswered;
                copy.put(made);
            }
        });
        learnt.forEach((port, macs) -> copy.learnt.put(port, new LinkedHashMap<>(macs)));
        return copy;
    }

    private static Tuple tuple(String zone, long[] f) {
        boolean isEcho = isIcmp(f);
        Ip src = new Ip(f[Field.IP_SRC], f[Field.IP_SRC + 1]);
        Ip dst = new Ip(f[Field.IP_DST], f[Field.IP_DST + 1]);
        long sport = isEcho ? f[Field.ICMP_ID] : f[Field.SPORT];
        long dport = isEcho ? f[Field.ICMP_ID] : f[Field.DPORT];
        return new Tuple(zone, f[Field.IP_PROTO], src, sport, dst, dport);
    }

    private static boolean isIcmp(long[] f) {
        return f[Field.IP_PROTO] == Field.ICMP || f[Field.IP_PROTO] == Field.ICMP6;
    }

    private static boolean isError(long[] f) {
        return Field.isIp4(f)
                ? f[Field.IP_PROTO] == Field.ICMP
                        && f[Field.SPORT] >= 3
                        && f[Field.SPORT] <= 12
                        && f[Field.SPORT] != 8
                : f[Field.IP_PROTO] == Field.ICMP6 && f[Field.SPORT] < 128;
    }

    private static boolean begins(long[] f) {
        if (isIcmp(f)) {
            return f[Field.SPORT] == (Field.isIp4(f) ? 8 : 128);
        }
        return f[Field.IP_PROTO] != Field.TCP || f[Field.IS_SYN_ACK] == 0;
    }

    /** The state, and the packet as the other side knows it. */
    private int look(String zone, long[] f, boolean translates) {
        if (isError(f)) {
            return related(zone, f);
        }
        Tuple tuple = tuple(zone, f);
        Connection found = byTuple.get(tuple);
        if (found == null) {
            return Ct.TRK | (begins(f) ? Ct.NEW : Ct.INV);
        }
        boolean isReply = tuple.equals(found.reply);
        found.isAnswered |= isReply;
        if (translates) {
            write(f, (isReply ? found.original : found.reply).exchanged());
        }
        return Ct.TRK | (found.isAnswered ? Ct.EST : Ct.NEW) | (isReply ? Ct.RPL : 0);
    }

    private int related(String zone, long[] f) {
        Ip src = new Ip(f[Field.INNER_SRC], f[Field.INNER_SRC + 1]);
        Ip dst = new Ip(f[Field.INNER_DST], f[Field.INNER_DST + 1]);
        Tuple inner =
                new Tuple(
                        zone,
                        f[Field.INNER_PROTO],
                        src,
                        f[Field.INNER_PORTS] >>> 16,
                        dst,
                        f[Field.INNER_PORTS] & 0xffff);
        Connection found = byTuple.get(inner);
        if (found == null) {
            return Ct.TRK | Ct.INV;
        }
        return Ct.TRK | Ct.REL | (inner.equals(found.original) ? Ct.RPL : 0);
    }

    private static void write(long[] f, Tuple tuple) {
        Field.set(f, Field.IP_SRC, tuple.src);
        Field.set(f, Field.IP_DST, tuple.dst);
        if (isIcmp(f)) {
            f[Field.ICMP_ID] = tuple.sport;
        } else {
            f[Field.SPORT] = tuple.sport;
            f[Field.DPORT] = tuple.dport;
        }
    }

    private void put(Connection made) {
        if (byTuple.size() >= 2 * CONNECTIONS_MAX) {
            throw new IllegalStateException(
                    "expected at most " + CONNECTIONS_MAX + " connections, found one more");
        }
        byTuple.put(made.original, made);
        byTuple.put(made.reply, made);
    }

    @Override
    public void track(String zone, long[] f) {
        f[Field.CT] = look(zone, f, false);
    }

    @Override
    public void trackMore(String zone, long[] f) {
        f[Field.CT] = look(zone, f, true);
    }

    @Override
    public void trackOnce(String zone, long[] f) {
        f[Field.CT] = look(zone, f, true);
    }

    @Override
    public void commit(String zone, long[] f) {
        Tuple tuple = tuple(zone, f);
        if (!byTuple.containsKey(tuple) && !byTuple.containsKey(tuple.exchanged())) {
            put(new Connection(tuple, tuple.exchanged()));
        }
    }

    @Override
    public void toMember(String zone, long[] f, LbTable.Member member) {
        Tuple tuple = tuple(zone, f);
        long port = member.port() == 0 ? tuple.dport : member.port();
        translate(tuple, tuple.to(member.ip(), port).exchanged(), f);
    }

    @Override
    public void toLogical(String zone, long[] f, Ip logical) {
        Tuple tuple = tuple(zone, f);
        translate(tuple, tuple.to(logical, tuple.dport).exchanged(), f);
    }

    @Override
    public void toExternal(String zone, long[] f, Ip external) {
        Tuple tuple = tuple(zone, f);
        long port = tuple.sport;
        Tuple seen = tuple.from(external, port);
        int tried = 0;
        while (isTaken(seen.exchanged(), tuple) && tried <= PORT_LAST - PORT_FIRST) {
            port = port >= PORT_LAST ? PORT_FIRST : port + 1;
            seen =
                    isIcmp(f)
                            ? new Tuple(zone, tuple.proto, external, port, tuple.dst, port)
                            : tuple.from(external, port);
            tried++;
        }
        translate(tuple, seen.exchanged(), f);
    }

    private boolean isTaken(Tuple reply, Tuple original) {
        Optional<Connection> held = Optional.ofNullable(byTuple.get(reply));
        return held.isPresent() && !held.get().original.equals(original);
    }

    /** A connection that is known already stays as it was translated first. */
    private void translate(Tuple original, Tuple reply, long[] f) {
        if (!byTuple.containsKey(original)) {
            put(new Connection(original, reply));
        }
        f[Field.CT] = look(original.zone, f, true);
    }

    @Override
    public boolean isUndone(String zone, long[] f) {
        Connection found = byTuple.get(tuple(zone, f));
        if (found == null || !tuple(zone, f).equals(found.reply)) {
            return false;
        }
        f[Field.CT] = look(zone, f, true);
        return true;
    }

    @Override
    public void reset(long[] f) {
        Field.swap(f, Field.SPORT, Field.DPORT, 1);
        f[Field.TTL] = RESET_TTL;
    }

    @Override
    public void cross(long[] f) {
        f[Field.CT] = 0;
    }

    @Override
    public void learn(String port, Ip ip, long mac) {
        learnt.computeIfAbsent(port, _ -> new LinkedHashMap<>()).put(ip, mac);
    }

    @Override
    public long learnt(String port, long hi, long lo) {
        Map<Ip, Long> known = learnt.get(port);
        Long mac = known == null ? null : known.get(new Ip(hi, lo));
        return mac == null ? AddressIndex.NONE : mac;
    }
}
