package org.maquete.ovn.pipeline;

/**
 * A router, ready for packets.
 *
 * @param gateway the index of the port that translates, or -1
 * @param own addresses of its ports to their index
 * @param refusedSources its own addresses and the broadcasts of its networks
 * @param rules its translations; those of sources with the longest prefix first
 * @param external a translated address to the index of its first rule
 * @param dnat an address to the index of the rule that translates it
 * @param dnatBack an instance's address to the index of its rule
 * @param snatSources addresses that only sources are translated to
 * @param routes the most specific first
 */
@SuppressWarnings("ArrayRecordComponent") // look-ups that nobody compares
record RouterPath(
        String name,
        String label,
        RouterPort[] ports,
        int gateway,
        AddressIndex own,
        AddressIndex refusedSources,
        NatRule[] rules,
        AddressIndex external,
        AddressIndex dnat,
        AddressIndex dnatBack,
        AddressIndex snatSources,
        LbTable lb,
        Route[] routes) {

    boolean isGateway(long port) {
        return gateway >= 0 && port == gateway;
    }

    /** The index of the rule that translates this source, or -1. */
    int snat(long[] f) {
        for (int i = 0; i < rules.length; i++) {
            if (rules[i].logical().contains(f[Field.IP_SRC], f[Field.IP_SRC + 1])) {
                return i;
            }
        }
        return -1;
    }

    /** How many routes from this one on have its prefix: the packet's hash takes one. */
    int alike(int index) {
        int count = 1;
        while (routes[index].isShared()
                && index + count < routes.length
                && routes[index + count].isShared()
                && routes[index + count].prefix().equals(routes[index].prefix())) {
            count++;
        }
        return count;
    }

    /** The index of the route to an address, or -1; of several the first. */
    int route(long hi, long lo) {
        for (int i = 0; i < routes.length; i++) {
            if (routes[i].prefix().contains(hi, lo)) {
                return i;
            }
        }
        return -1;
    }
}
