package org.maquete.ovn.nb;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Names that a switch answers for. */
public record Dns(SortedMap<String, String> records, SortedMap<String, String> externalIds) {

    public Dns {
        records = Collections.unmodifiableSortedMap(new TreeMap<>(records));
        externalIds = Collections.unmodifiableSortedMap(new TreeMap<>(externalIds));
    }
}
