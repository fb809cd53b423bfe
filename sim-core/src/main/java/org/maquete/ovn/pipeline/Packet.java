package org.maquete.ovn.pipeline;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A packet as people write it: fields by the names that recordings use, which are {@code type}
 * ({@code ip4}, {@code ip6}, {@code arp}), {@code eth_src}, {@code eth_dst}, {@code ip_src}, {@code
 * ip_dst}, {@code proto}, {@code ttl}, {@code sport}, {@code dport}, {@code icmp_type}, {@code
 * icmp_code}, {@code arp_op}, {@code arp_sha}, {@code arp_spa}, {@code arp_tha}, {@code arp_tpa},
 * {@code nd_target}, {@code nd_sll}, {@code nd_tll}; and for a {@link Session} {@code icmp_id},
 * {@code flags} ({@code synack}), and of the packet that an error quotes {@code inner_src}, {@code
 * inner_dst}, {@code inner_proto}, {@code inner_sport}, {@code inner_dport}.
 */
public record Packet(SortedMap<String, String> fields) {

    public Packet {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /**
     * @throws IllegalArgumentException for a field or a value that is none
     */
    long[] array() {
        long[] f = new long[Field.COUNT];
        String type = fields.getOrDefault("type", "ip4");
        f[Field.ETH_TYPE] =
                switch (type) {
                    case "ip4" -> Field.IP4;
                    case "ip6" -> Field.IP6;
                    case "arp" -> Field.ARP;
                    default -> throw unknown("type", type);
                };
        f[Field.TTL] = type.equals("arp") ? 0 : 64;
        fields.forEach((name, value) -> set(f, name, value));
        return f;
    }

    private static IllegalArgumentException unknown(String field, String value) {
        return new IllegalArgumentException(
                "expected a packet's field that is modelled, found "
                        + field
                        + " = \""
                        + value
                        + "\"\nMaybe it is mistyped.");
    }

    private static void set(long[] f, String name, String value) {
        switch (name) {
            case "type", "inport" -> {}
            case "eth_src" -> f[Field.ETH_SRC] = Mac.parse(value);
            case "eth_dst" -> f[Field.ETH_DST] = Mac.parse(value);
            case "ip_src", "arp_spa" -> Field.set(f, Field.IP_SRC, Ip.parse(value));
            case "ip_dst", "arp_tpa" -> Field.set(f, Field.IP_DST, Ip.parse(value));
            case "proto" -> f[Field.IP_PROTO] = protocol(value);
            case "ttl" -> f[Field.TTL] = Long.parseLong(value);
            case "sport", "icmp_type" -> f[Field.SPORT] = Long.parseLong(value);
            case "dport", "icmp_code" -> f[Field.DPORT] = Long.parseLong(value);
            case "arp_op" -> f[Field.ARP_OP] = Long.parseLong(value);
            case "arp_sha", "nd_sll" -> f[Field.ARP_SHA] = Mac.parse(value);
            case "arp_tha", "nd_tll" -> f[Field.ARP_THA] = Mac.parse(value);
            case "icmp_id" -> f[Field.ICMP_ID] = Long.parseLong(value);
            case "flags" -> f[Field.IS_SYN_ACK] = value.equals("synack") ? 1 : 0;
            case "inner_src" -> Field.set(f, Field.INNER_SRC, Ip.parse(value));
            case "inner_dst" -> Field.set(f, Field.INNER_DST, Ip.parse(value));
            case "inner_proto" -> f[Field.INNER_PROTO] = protocol(value);
            case "inner_sport" -> f[Field.INNER_PORTS] |= Long.parseLong(value) << 16;
            case "inner_dport" -> f[Field.INNER_PORTS] |= Long.parseLong(value);
            case "nd_target" -> Field.set(f, Field.ND_TARGET, Ip.parse(value));
            default -> throw unknown(name, value);
        }
    }

    private static long protocol(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "tcp" -> Field.TCP;
            case "udp" -> Field.UDP;
            case "sctp" -> Field.SCTP;
            case "icmp4" -> Field.ICMP;
            case "icmp6" -> Field.ICMP6;
            default -> Long.parseLong(word);
        };
    }

    static Packet of(long[] f) {
        Map<String, String> map = new TreeMap<>();
        map.put("eth_src", Mac.text(f[Field.ETH_SRC]));
        map.put("eth_dst", Mac.text(f[Field.ETH_DST]));
        if (f[Field.ETH_TYPE] == Field.ARP) {
            putArp(f, map);
        } else {
            putIp(f, map);
        }
        return new Packet(new TreeMap<>(map));
    }

    private static void putArp(long[] f, Map<String, String> map) {
        map.put("type", "arp");
        map.put("arp_op", Long.toString(f[Field.ARP_OP]));
        map.put("arp_sha", Mac.text(f[Field.ARP_SHA]));
        map.put("arp_tha", Mac.text(f[Field.ARP_THA]));
        map.put("arp_spa", ip(f, Field.IP_SRC).toString());
        map.put("arp_tpa", ip(f, Field.IP_DST).toString());
    }

    private static void putIp(long[] f, Map<String, String> map) {
        map.put("type", f[Field.ETH_TYPE] == Field.IP6 ? "ip6" : "ip4");
        map.put("ip_src", ip(f, Field.IP_SRC).toString());
        map.put("ip_dst", ip(f, Field.IP_DST).toString());
        map.put("ttl", Long.toString(f[Field.TTL]));
        int proto = (int) f[Field.IP_PROTO];
        boolean isIcmp = proto == Field.ICMP || proto == Field.ICMP6;
        map.put("proto", protocolWord(proto));
        map.put(isIcmp ? "icmp_type" : "sport", Long.toString(f[Field.SPORT]));
        map.put(isIcmp ? "icmp_code" : "dport", Long.toString(f[Field.DPORT]));
        if (Field.isIcmp6(f, 135) || Field.isIcmp6(f, 136)) {
            map.put("nd_target", ip(f, Field.ND_TARGET).toString());
            map.put("nd_sll", Mac.text(f[Field.ARP_SHA]));
            map.put("nd_tll", Mac.text(f[Field.ARP_THA]));
        }
    }

    private static String protocolWord(int number) {
        return switch (number) {
            case Field.TCP -> "tcp";
            case Field.UDP -> "udp";
            case Field.SCTP -> "sctp";
            case Field.ICMP -> "icmp4";
            case Field.ICMP6 -> "icmp6";
            default -> Integer.toString(number);
        };
    }

    private static Ip ip(long[] f, int at) {
        return new Ip(f[at], f[at + 1]);
    }
}
