package org.maquete.ovn.nb;

import java.util.List;

/**
 * What a cloud wants of its network: the rows of OVN's northbound database, in the order of their
 * document. Rows name each other by their natural keys, so that they can be written as facts.
 */
public record Northbound(
        List<LogicalSwitch> switches,
        List<LogicalSwitchPort> switchPorts,
        List<LogicalRouter> routers,
        List<LogicalRouterPort> routerPorts,
        List<PortGroup> portGroups,
        List<AddressSet> addressSets,
        List<LoadBalancer> loadBalancers) {

    public Northbound {
        switches = List.copyOf(switches);
        switchPorts = List.copyOf(switchPorts);
        routers = List.copyOf(routers);
        routerPorts = List.copyOf(routerPorts);
        portGroups = List.copyOf(portGroups);
        addressSets = List.copyOf(addressSets);
        loadBalancers = List.copyOf(loadBalancers);
    }
}
