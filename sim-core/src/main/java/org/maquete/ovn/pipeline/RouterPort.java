package org.maquete.ovn.pipeline;

import java.util.List;

/**
 * A port of a router, ready for packets.
 *
 * @param networks its addresses with their prefixes, the link-local one last
 * @param isGateway whether it lives on one chassis and translates
 * @param neighbours what the router knows without asking, besides the instances: an address to a
 *     MAC
 */
record RouterPort(
        String name,
        long mac,
        List<Cidr> networks,
        boolean isEnabled,
        boolean isGateway,
        AddressIndex neighbours) {

    boolean hasNetworkOf(long hi, long lo) {
        return networkOf(hi, lo) >= 0;
    }

    /** The index of the network an address is in, or -1. */
    int networkOf(long hi, long lo) {
        for (int i = 0; i < networks.size(); i++) {
            if (networks.get(i).contains(hi, lo)) {
                return i;
            }
        }
        return -1;
    }

    boolean owns(long hi, long lo) {
        for (int i = 0; i < networks.size(); i++) {
            Ip own = networks.get(i).ip();
            if (own.hi() == hi && own.lo() == lo) {
                return true;
            }
        }
        return false;
    }
}
