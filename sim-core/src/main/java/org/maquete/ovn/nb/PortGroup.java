package org.maquete.ovn.nb;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A group of ports, one for each security group: {@code @name} in a match; its members' addresses
 * are the sets {@code $name_ip4} and {@code $name_ip6}.
 */
public record PortGroup(
        String name, List<String> ports, List<Acl> acls, SortedMap<String, String> externalIds) {

    public PortGroup {
        ports = List.copyOf(ports);
        acls = List.copyOf(acls);
        externalIds = Collections.unmodifiableSortedMap(new TreeMap<>(externalIds));
    }
}
