package org.maquete.ovn.pipeline;

import java.util.ArrayList;
import java.util.List;

/** A MAC and its addresses, as {@code addresses} of a switch's port has them. */
record PortAddress(long mac, List<Ip> ips) {

    PortAddress {
        ips = List.copyOf(ips);
    }

    /** Those of a port, without {@code unknown} and {@code router}. */
    static List<PortAddress> of(List<String> texts) {
        List<PortAddress> all = new ArrayList<>();
        for (String text : texts) {
            String[] words = text.strip().split("\\s+", -1);
            if (words[0].indexOf(':') < 0) {
                continue;
            }
            List<Ip> ips = new ArrayList<>();
            for (int i = 1; i < words.length; i++) {
                ips.add(Cidr.parse(words[i]).ip());
            }
            all.add(new PortAddress(Mac.parse(words[0]), ips));
        }
        return all;
    }
}
