package org.maquete.ovn.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maquete.ovn.nb.LoadBalancer;

/** The virtual addresses of the load balancers of one switch or router. */
final class LbTable {

    private final Vip[] vips;
    private final AddressIndex addresses;

    /**
     * A virtual address.
     *
     * @param port 0 for all
     */
    record Vip(Ip ip, int protocol, int port, List<Member> members) {

        boolean isFor(long[] f) {
            return Field.is(f, Field.IP_DST, ip)
                    && (port == 0 || f[Field.DPORT] == port && f[Field.IP_PROTO] == protocol);
        }
    }

    /** Somebody who serves. */
    record Member(Ip ip, int port, int protocol) {
        @Override
        public String toString() {
            String host = ip.isIp4() ? ip.toString() : "[" + ip + "]";
            return port == 0 ? host : host + ":" + port;
        }
    }

    LbTable(List<LoadBalancer> balancers) {
        List<Vip> all = new ArrayList<>();
        AddressIndex.Builder index = new AddressIndex.Builder();
        for (LoadBalancer each : balancers) {
            int protocol = protocol(each.protocol());
            for (Map.Entry<String, String> vip : each.vips().entrySet()) {
                Member front = member(vip.getKey(), protocol);
                List<Member> members = new ArrayList<>();
                for (String text : vip.getValue().split(",", -1)) {
                    if (!text.isBlank()) {
                        members.add(member(text.strip(), protocol));
                    }
                }
                all.add(new Vip(front.ip(), protocol, front.port(), List.copyOf(members)));
                index.put(front.ip(), 0);
            }
        }
        vips = all.toArray(Vip[]::new);
        addresses = index.build();
    }

    private static int protocol(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "udp" -> Field.UDP;
            case "sctp" -> Field.SCTP;
            default -> Field.TCP;
        };
    }

    private static Member member(String text, int protocol) {
        int colon = text.lastIndexOf(':');
        if (text.startsWith("[")) {
            int close = text.indexOf(']');
            int port = colon > close ? Integer.parseInt(text.substring(colon + 1)) : 0;
            return new Member(Ip.parse(text.substring(1, close)), port, protocol);
        }
        if (colon < 0 || text.indexOf(':') != colon) {
            return new Member(Ip.parse(text), 0, protocol);
        }
        int port = Integer.parseInt(text.substring(colon + 1));
        return new Member(Ip.parse(text.substring(0, colon)), port, protocol);
    }

    boolean isEmpty() {
        return vips.length == 0;
    }

    List<Ip> ips() {
        List<Ip> ips = new ArrayList<>();
        for (Vip each : vips) {
            ips.add(each.ip());
        }
        return ips;
    }

    boolean hasAddress(long[] f, int at) {
        return addresses.has(f[at], f[at + 1]);
    }

    /** The index of the address the packet is for, or -1; a port goes before all ports. */
    int find(long[] f) {
        if (vips.length == 0 || !Field.isIp(f) || !hasAddress(f, Field.IP_DST)) {
            return -1;
        }
        int found = -1;
        for (int i = 0; i < vips.length; i++) {
            if (vips[i].isFor(f) && (found < 0 || vips[i].port() != 0)) {
                found = i;
            }
        }
        return found;
    }

    Vip vip(int index) {
        return vips[index];
    }

    /** Whether a member may be answering. */
    boolean isFromMember(long[] f) {
        for (Vip vip : vips) {
            for (Member each : vip.members()) {
                if (Field.is(f, Field.IP_SRC, each.ip())
                        && (each.port() == 0
                                || each.port() == f[Field.SPORT]
                                        && each.protocol() == f[Field.IP_PROTO])) {
                    return true;
                }
            }
        }
        return false;
    }
}
