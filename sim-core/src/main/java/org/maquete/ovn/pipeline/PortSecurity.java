package org.maquete.ovn.pipeline;

import java.util.ArrayList;
import java.util.List;

/** What a port may call itself, and what it is given: {@code port_security} of a switch's port. */
final class PortSecurity {

    private static final Cidr ALL_ROUTERS_AND_NODES = Cidr.parse("ff02::/16");

    private final Entry[] entries;

    PortSecurity(List<String> texts) {
        List<Entry> all = new ArrayList<>();
        for (String text : texts) {
            String[] words = text.strip().split("\\s+", -1);
            List<Cidr> ip4 = new ArrayList<>();
            List<Cidr> ip6 = new ArrayList<>();
            for (int i = 1; i < words.length; i++) {
                Cidr cidr = Cidr.parse(words[i]);
                (cidr.ip().isIp4() ? ip4 : ip6).add(cidr);
            }
            long mac = Mac.parse(words[0]);
            all.add(new Entry(mac, Mac.linkLocal(mac), List.copyOf(ip4), List.copyOf(ip6)));
        }
        entries = all.toArray(Entry[]::new);
    }

    private record Entry(long mac, Ip linkLocal, List<Cidr> ip4, List<Cidr> ip6) {

        boolean isFree() {
            return ip4.isEmpty() && ip6.isEmpty();
        }

        boolean admitsFrom(long[] f) {
            return switch ((int) f[Field.ETH_TYPE]) {
                case Field.ARP ->
                        f[Field.ARP_SHA] == mac && (ip4.isEmpty() || has(ip4, f, Field.IP_SRC));
                case Field.IP4 -> isFree() || has(ip4, f, Field.IP_SRC) || isDhcp(f);
                case Field.IP6 -> isFree() || admitsFrom6(f);
                default -> true;
            };
        }

        private static boolean isDhcp(long[] f) {
            return Field.isUdp(f, 68, 67)
                    && Field.is(f, Field.IP_SRC, Ip.ANY4)
                    && Field.is(f, Field.IP_DST, Ip.BROADCAST4);
        }

        private boolean admitsFrom6(long[] f) {
            boolean isOwn =
                    has(ip6, f, Field.IP_SRC)
                            || Field.is(f, Field.IP_SRC, linkLocal)
                            || isAddressDetection(f);
            if (!isOwn) {
                return false;
            }
            if (Field.isIcmp6(f, 135)) {
                return f[Field.ARP_SHA] == 0 || f[Field.ARP_SHA] == mac;
            }
            if (Field.isIcmp6(f, 136)) {
                boolean isOwnTarget =
                        ip6.isEmpty()
                                || has(ip6, f, Field.ND_TARGET)
                                || Field.is(f, Field.ND_TARGET, linkLocal);
                return isOwnTarget && (f[Field.ARP_THA] == 0 || f[Field.ARP_THA] == mac);
            }
            return true;
        }

        /** From no address at all, to ask whether one is free. */
        private static boolean isAddressDetection(long[] f) {
            return f[Field.IP_SRC] == 0
                    && f[Field.IP_SRC + 1] == 0
                    && ALL_ROUTERS_AND_NODES.contains(f[Field.IP_DST], f[Field.IP_DST + 1])
                    && f[Field.IP_PROTO] == Field.ICMP6
                    && (f[Field.SPORT] == 131 || f[Field.SPORT] == 135 || f[Field.SPORT] == 143);
        }

        boolean admitsTo(long[] f) {
            return switch ((int) f[Field.ETH_TYPE]) {
                case Field.IP4 -> isFree() || !ip4.isEmpty() && admitsTo4(f);
                case Field.IP6 -> isFree() || !ip6.isEmpty() && admitsTo6(f);
                default -> true;
            };
        }

        private boolean admitsTo4(long[] f) {
            long bits = f[Field.IP_DST + 1] & 0xffff_ffffL;
            return bits == 0xffff_ffffL || bits >>> 28 == 0xe || has(ip4, f, Field.IP_DST);
        }

        private boolean admitsTo6(long[] f) {
            return f[Field.IP_DST] >>> 56 == 0xff
                    || Field.is(f, Field.IP_DST, linkLocal)
                    || has(ip6, f, Field.IP_DST);
        }

        /** A network as a whole; of an address with a prefix the address alone. */
        private static boolean has(List<Cidr> cidrs, long[] f, int at) {
            for (int i = 0; i < cidrs.size(); i++) {
                Cidr each = cidrs.get(i);
                if (Field.is(f, at, each.ip())
                        || each.isNetwork() && each.contains(f[at], f[at + 1])) {
                    return true;
                }
            }
            return false;
        }
    }

    boolean admitsFrom(long[] f) {
        for (Entry each : entries) {
            if (each.mac == f[Field.ETH_SRC] && each.admitsFrom(f)) {
                return true;
            }
        }
        return entries.length == 0;
    }

    boolean admitsTo(long[] f) {
        for (Entry each : entries) {
            if (each.mac == f[Field.ETH_DST] && each.admitsTo(f)) {
                return true;
            }
        }
        return entries.length == 0;
    }
}
