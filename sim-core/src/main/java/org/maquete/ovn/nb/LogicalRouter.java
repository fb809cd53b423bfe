package org.maquete.ovn.nb;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A router.
 *
 * @param isEnabled false when an administrator took it down: then it has no pipeline at all
 * @param ports names of its ports
 */
public record LogicalRouter(
        String name,
        boolean isEnabled,
        List<String> ports,
        List<Nat> nat,
        List<StaticRoute> staticRoutes,
        List<String> loadBalancers,
        SortedMap<String, String> options,
        SortedMap<String, String> externalIds) {

    public LogicalRouter {
        ports = List.copyOf(ports);
        nat = List.copyOf(nat);
        staticRoutes = List.copyOf(staticRoutes);
        loadBalancers = List.copyOf(loadBalancers);
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        externalIds = Collections.unmodifiableSortedMap(new TreeMap<>(externalIds));
    }
}
