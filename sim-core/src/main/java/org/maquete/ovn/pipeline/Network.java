package org.maquete.ovn.pipeline;

import java.util.Map;
import java.util.Optional;

/**
 * A logical network, compiled: what ovn-northd and ovn-controller make of the northbound rows, as
 * arrays that a walk follows without a text. It never changes; {@link NetworkCompiler} makes the
 * next from the next rows and keeps what they leave as it is.
 *
 * <p>Links are kept apart from switches and routers, so that these do not depend on each other's
 * place.
 *
 * @param switchPeers per switch and port: the router and its port, packed, or -1
 * @param routerPeers per router and port: the switch and its port, packed, or -1
 * @param bindings per router and port: the MACs that others have told
 * @param sets the address sets by their numbers
 * @param places a port's name to its switch and place, packed
 */
@SuppressWarnings("ArrayRecordComponent") // look-ups that nobody compares
record Network(
        SwitchPath[] switches,
        RouterPath[] routers,
        int[][] switchPeers,
        int[][] routerPeers,
        AddressIndex[][] bindings,
        AddressIndex[] sets,
        Map<String, Integer> places) {

    private static final int PORT_BITS = 14; // <bits>: 16383 ports a switch

    static int packed(int path, int port) {
        if (port >= 1 << PORT_BITS) {
            throw new IllegalArgumentException(
                    "expected fewer than 16384 ports of a switch, found " + port);
        }
        return path << PORT_BITS | port;
    }

    static int path(int packed) {
        return packed >> PORT_BITS;
    }

    static int port(int packed) {
        return packed & (1 << PORT_BITS) - 1;
    }

    /** Where a switch's port is, packed. */
    Optional<Integer> place(String port) {
        return Optional.ofNullable(places.get(port));
    }
}
