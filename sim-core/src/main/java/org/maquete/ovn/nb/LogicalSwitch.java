package org.maquete.ovn.nb;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A network.
 *
 * @param ports names of its ports
 * @param acls its own rules; those of groups stand there
 * @param loadBalancers names of its load balancers
 * @param dns what its responder knows
 */
public record LogicalSwitch(
        String name,
        List<String> ports,
        List<Acl> acls,
        List<String> loadBalancers,
        List<Dns> dns,
        SortedMap<String, String> otherConfig,
        SortedMap<String, String> externalIds) {

    public LogicalSwitch {
        ports = List.copyOf(ports);
        acls = List.copyOf(acls);
        loadBalancers = List.copyOf(loadBalancers);
        dns = List.copyOf(dns);
        otherConfig = Collections.unmodifiableSortedMap(new TreeMap<>(otherConfig));
        externalIds = Collections.unmodifiableSortedMap(new TreeMap<>(externalIds));
    }
}
