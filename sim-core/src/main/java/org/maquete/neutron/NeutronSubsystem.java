package org.maquete.neutron;

import java.util.List;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Span;
import org.maquete.kernel.Subsystem;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.tool.cliff.OpenstackGrammar;

/** Neutron, its commands in the openstack client, and what it knows about weak plans. */
public final class NeutronSubsystem implements Subsystem {

    // facts: ports of 5 nova-computes with a fake driver on loopback were plugged within a second
    static final Span PLUGGING =
            Span.seconds("neutron.port-plugging", 1, 3, "GUESS: ovn-controller, small cloud");

    private final OpenstackGrammar grammar;

    /** With the grammar of the client's commands. */
    public NeutronSubsystem(OpenstackGrammar grammar) {
        this.grammar = grammar;
    }

    @Override
    public String name() {
        return "neutron";
    }

    @Override
    public void declare(Registry registry) {
        registry.tables(
                NeutronTables.NETWORKS,
                NeutronTables.SUBNETS,
                NeutronTables.ROUTERS,
                NeutronTables.PORTS,
                NeutronTables.FLOATING_IPS,
                NeutronTables.GROUPS,
                NeutronTables.RULES,
                NeutronTables.ROUTES,
                NeutronTables.PAIRS);
        registry.spans(List.of(PLUGGING));
        registry.command(CreateNetwork.class, NetworkHandler::create);
        registry.command(CreateSubnet.class, SubnetHandler::create);
        registry.command(CreateRouter.class, RouterHandler::create);
        registry.command(AddRouterInterface.class, RouterHandler::addInterface);
        registry.command(RemoveRouterInterface.class, RouterHandler::removeInterface);
        registry.command(SetRouterGateway.class, RouterHandler::setGateway);
        registry.command(ChangeRouterRoutes.class, RouteHandler::change);
        registry.command(SetPortPairs.class, PairHandler::set);
        registry.command(CreatePort.class, PortHandler::create);
        registry.command(BindPort.class, PortHandler::bind);
        registry.command(PlugWaitingPorts.class, PortHandler::plug);
        registry.command(SetPortGroups.class, PortHandler::setGroups);
        registry.command(CreateFloatingIp.class, FloatingIpHandler::create);
        registry.command(AssociateFloatingIp.class, FloatingIpHandler::associate);
        registry.command(CreateSecurityGroup.class, Groups::create);
        registry.command(CreateSecurityGroupRule.class, Groups::createRule);
        registry.command(DeleteNetworkObjects.class, DeleteHandler::delete);
        registry.event(PortUpDue.class, PortHandler::up);
        NeutronFolds.declare(registry);
        OpenstackVerb.Maker make = new OpenstackVerb.Maker(grammar, List.of("network"));
        NetworkVerbs.all(make).forEach(registry::contribute);
        RouterVerbs.all(make).forEach(registry::contribute);
        RouteVerbs.all(make).forEach(registry::contribute);
        PortVerbs.all(make).forEach(registry::contribute);
        FloatingIpVerbs.all(make).forEach(registry::contribute);
        SecurityVerbs.all(make).forEach(registry::contribute);
        advise(registry);
    }

    private void advise(Registry registry) {
        registry.contribute(new ObjectIsMissing());
        registry.contribute(new PhysicalNetworkIsNotAllowed());
        registry.contribute(new RequestIsRefused());
        registry.contribute(new SubnetIsPublic());
        registry.contribute(new PoolIsNotReserved());
        registry.contribute(new SubnetHasNoNameserver());
        registry.contribute(new FloatingIpHasWrongOwner());
        registry.contribute(new FloatingIpStaysAllocated());
    }
}
