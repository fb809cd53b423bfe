package org.maquete.ovn.pipeline;

/**
 * Where the fields of a packet lie: a packet is an array of longs, so that a fork is one copy, and
 * a condition names its field by a number.
 *
 * <p>An address takes two longs; IPv4 lies in IPv6 as {@code ::ffff:a.b.c.d}. An ARP packet has its
 * sender's and target's address where IP has source and destination, and ICMP its type and code
 * where TCP has its ports, as in Open vSwitch.
 */
final class Field {

    static final int ETH_SRC = 0;
    static final int ETH_DST = 1;
    static final int ETH_TYPE = 2;
    static final int IP_SRC = 3;
    static final int IP_DST = 5;
    static final int IP_PROTO = 7;
    static final int TTL = 8;
    static final int SPORT = 9;
    static final int DPORT = 10;
    static final int ARP_OP = 11;
    static final int ARP_SHA = 12;
    static final int ARP_THA = 13;
    static final int ND_TARGET = 14;

    /** What stands behind is OVN's own: registers and the state of the connection. */
    static final int PACKET_COUNT = 16;

    static final int CT = 16;
    static final int INPORT = 17;
    static final int LOOPBACK = 18;
    static final int NEXT_HOP = 19;
    static final int SOURCE = 21;
    static final int EGRESS_LOOP = 23;
    static final int USE_SNAT_ZONE = 24;
    static final int INPORT_MAC = 25;
    static final int GENERATED = 26;
    static final int HAIRPIN = 27;
    static final int LB_VIP = 28;

    /**
     * Of the packet too, but for conntrack alone: what an error quotes, and TCP's second packet.
     */
    static final int ICMP_ID = 30;

    static final int IS_SYN_ACK = 31;
    static final int INNER_SRC = 32;
    static final int INNER_DST = 34;
    static final int INNER_PROTO = 36;
    static final int INNER_PORTS = 37;
    static final int COUNT = 38;

    static final int IP4 = 0x0800; // <EtherType>: IEEE 802
    static final int ARP = 0x0806; // <EtherType>: IEEE 802
    static final int IP6 = 0x86dd; // <EtherType>: IEEE 802

    static final int ICMP = 1; // <IP protocol>: IANA
    static final int TCP = 6; // <IP protocol>: IANA
    static final int UDP = 17; // <IP protocol>: IANA
    static final int ICMP6 = 58; // <IP protocol>: IANA
    static final int SCTP = 132; // <IP protocol>: IANA

    private Field() {}

    static boolean isIp(long[] f) {
        return f[ETH_TYPE] == IP4 || f[ETH_TYPE] == IP6;
    }

    static boolean isIp4(long[] f) {
        return f[ETH_TYPE] == IP4;
    }

    static boolean isArpRequest(long[] f) {
        return f[ETH_TYPE] == ARP && f[ARP_OP] == 1;
    }

    /** A question for a MAC in IPv6, {@code nd_ns}. */
    static boolean isSolicitation(long[] f) {
        return isDiscovery(f, 135);
    }

    /** Whether it is of a kind of ND or RA, which must come from a neighbour itself. */
    static boolean isDiscovery(long[] f, int type) {
        return isIcmp6(f, type) && f[DPORT] == 0 && f[TTL] == 255;
    }

    static boolean isIcmp6(long[] f, int type) {
        return f[ETH_TYPE] == IP6 && f[IP_PROTO] == ICMP6 && f[SPORT] == type;
    }

    /** What IPv6 needs to live, which no rule and no conntrack touches: ND, RS, RA, MLD. */
    static boolean isNeighbourDiscovery(long[] f) {
        if (f[ETH_TYPE] != IP6 || f[IP_PROTO] != ICMP6) {
            return false;
        }
        long type = f[SPORT];
        boolean isDiscovery = type >= 133 && type <= 136 && f[DPORT] == 0 && f[TTL] == 255;
        boolean isListener = type >= 130 && type <= 132 || type == 143;
        return isDiscovery || isListener && f[TTL] == 1;
    }

    static boolean isUdp(long[] f, int from, int to) {
        return f[IP_PROTO] == UDP && f[SPORT] == from && f[DPORT] == to;
    }

    /** Whether the destination is a group, {@code eth.mcast}. */
    static boolean isMulticast(long[] f) {
        return (f[ETH_DST] & Mac.GROUP) != 0;
    }

    /** An error quotes the packet that it is about. */
    static void quote(long[] f) {
        copy(f, IP_SRC, INNER_SRC);
        copy(f, IP_DST, INNER_DST);
        f[INNER_PROTO] = f[IP_PROTO];
        boolean isIcmp = f[IP_PROTO] == ICMP || f[IP_PROTO] == ICMP6;
        f[INNER_PORTS] = isIcmp ? f[ICMP_ID] << 16 | f[ICMP_ID] : f[SPORT] << 16 | f[DPORT];
    }

    static void copy(long[] f, int from, int to) {
        f[to] = f[from];
        f[to + 1] = f[from + 1];
    }

    static void set(long[] f, int at, Ip ip) {
        f[at] = ip.hi();
        f[at + 1] = ip.lo();
    }

    static boolean is(long[] f, int at, Ip ip) {
        return f[at] == ip.hi() && f[at + 1] == ip.lo();
    }

    static void swap(long[] f, int a, int b, int width) {
        for (int i = 0; i < width; i++) {
            long held = f[a + i];
            f[a + i] = f[b + i];
            f[b + i] = held;
        }
    }
}
