package org.maquete.ovn.nb;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A port of a router.
 *
 * @param networks its addresses with the length of their prefixes
 * @param gatewayChassis where it may live, when it is a gateway
 */
public record LogicalRouterPort(
        String name,
        String mac,
        List<String> networks,
        boolean isEnabled,
        List<GatewayChassis> gatewayChassis,
        SortedMap<String, String> options,
        SortedMap<String, String> externalIds) {

    public LogicalRouterPort {
        networks = List.copyOf(networks);
        gatewayChassis = List.copyOf(gatewayChassis);
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        externalIds = Collections.unmodifiableSortedMap(new TreeMap<>(externalIds));
    }

    /** Whether it lives on one chassis at a time: a distributed gateway port. */
    public boolean isGateway() {
        return !gatewayChassis.isEmpty();
    }
}
