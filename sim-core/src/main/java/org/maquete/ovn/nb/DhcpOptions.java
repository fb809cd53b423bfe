package org.maquete.ovn.nb;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What instances of a subnet are offered. */
public record DhcpOptions(
        String cidr, SortedMap<String, String> options, SortedMap<String, String> externalIds) {

    public DhcpOptions {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        externalIds = Collections.unmodifiableSortedMap(new TreeMap<>(externalIds));
    }
}
