package org.maquete.ovn.nb;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A load balancer of addresses and ports.
 *
 * @param protocol {@code tcp}, {@code udp} or {@code sctp}
 * @param vips {@code ip:port} to {@code ip:port,...}, which may be empty
 */
public record LoadBalancer(
        String name,
        String protocol,
        SortedMap<String, String> vips,
        SortedMap<String, String> externalIds) {

    public LoadBalancer {
        vips = Collections.unmodifiableSortedMap(new TreeMap<>(vips));
        externalIds = Collections.unmodifiableSortedMap(new TreeMap<>(externalIds));
    }
}
