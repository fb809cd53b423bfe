package org.maquete.neutron;

import org.maquete.world.TableKey;

/** Neutron's tables. */
final class NeutronTables {

    static final TableKey<Network> NETWORKS = TableKey.keyed("neutron.network");
    static final TableKey<Subnet> SUBNETS = TableKey.keyed("neutron.subnet");
    static final TableKey<Router> ROUTERS = TableKey.keyed("neutron.router");
    static final TableKey<Port> PORTS = TableKey.keyed("neutron.port");
    static final TableKey<FloatingIp> FLOATING_IPS = TableKey.keyed("neutron.floating-ip");
    static final TableKey<SecurityGroup> GROUPS = TableKey.keyed("neutron.security-group");
    static final TableKey<SecurityGroupRule> RULES = TableKey.keyed("neutron.security-group-rule");
    static final TableKey<RouterRoutes> ROUTES = TableKey.keyed("neutron.router-routes");
    static final TableKey<PortPairs> PAIRS = TableKey.keyed("neutron.port-pairs");

    private NeutronTables() {}
}
