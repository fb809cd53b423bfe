package org.maquete.ovn.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.maquete.ovn.nb.DhcpOptions;

/** What the responder of a port offers to one of its MACs. */
record Dhcp(long mac, Ip offer, Ip server, long serverMac) {

    /** For each MAC its first address of the subnet; none without options. */
    static List<Dhcp> of(Optional<DhcpOptions> options, List<PortAddress> addresses) {
        if (options.isEmpty()) {
            return List.of();
        }
        SortedMap<String, String> map = options.get().options();
        String server = map.getOrDefault("server_id", "");
        String serverMac = map.getOrDefault("server_mac", "");
        if (server.isEmpty() || serverMac.isEmpty() || !map.containsKey("lease_time")) {
            return List.of();
        }
        Cidr cidr = Cidr.parse(options.get().cidr());
        List<Dhcp> offers = new ArrayList<>(1);
        for (PortAddress each : addresses) {
            for (Ip ip : each.ips()) {
                if (ip.isIp4() && cidr.contains(ip)) {
                    long mac = Mac.parse(serverMac);
                    offers.add(new Dhcp(each.mac(), ip, Ip.parse(server), mac));
                    break;
                }
            }
        }
        return offers;
    }

    /** A discover, a request, or a renewal. */
    boolean answers(long[] f) {
        if (f[Field.ETH_TYPE] != Field.IP4 || f[Field.ETH_SRC] != mac || !Field.isUdp(f, 68, 67)) {
            return false;
        }
        boolean isToAll = Field.is(f, Field.IP_DST, Ip.BROADCAST4);
        if (Field.is(f, Field.IP_SRC, Ip.ANY4)) {
            return isToAll;
        }
        return Field.is(f, Field.IP_SRC, offer) && (isToAll || Field.is(f, Field.IP_DST, server));
    }

    /** The answer itself, which no rule stops. */
    boolean isAnswer(long[] f) {
        return f[Field.ETH_TYPE] == Field.IP4
                && f[Field.ETH_SRC] == serverMac
                && Field.is(f, Field.IP_SRC, server)
                && Field.isUdp(f, 67, 68);
    }
}
