package org.maquete.ovn.nb;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A route that somebody has written.
 *
 * @param outputPort the router port it leaves by; empty when the next hop tells it
 */
public record StaticRoute(
        String ipPrefix, String nexthop, String outputPort, SortedMap<String, String> externalIds) {

    public StaticRoute {
        externalIds = Collections.unmodifiableSortedMap(new TreeMap<>(externalIds));
    }
}
