package org.maquete.neutron;

import org.maquete.kernel.Registry;
import org.maquete.world.Edits;
import org.maquete.world.Row;
import org.maquete.world.TableKey;

/** Applies Neutron's facts to its rows. */
final class NeutronFolds {

    private NeutronFolds() {}

    static void declare(Registry registry) {
        registry.fact(NetworkCreated.class, NeutronFolds::network);
        registry.fact(SubnetCreated.class, NeutronFolds::subnet);
        registry.fact(RouterCreated.class, NeutronFolds::router);
        registry.fact(PortCreated.class, NeutronFolds::port);
        registry.fact(FloatingIpCreated.class, NeutronFolds::floatingIp);
        registry.fact(SecurityGroupCreated.class, NeutronFolds::group);
        registry.fact(SecurityGroupRuleCreated.class, NeutronFolds::rule);
        registry.fact(
                RouterGatewaySet.class,
                (f, at, edits) ->
                        edits.change(
                                NeutronTables.ROUTERS,
                                f.router(),
                                r -> r.withGatewayNetwork(f.network())));
        registry.fact(
                PortBecameActive.class,
                (f, at, edits) ->
                        edits.change(NeutronTables.PORTS, f.uuid(), p -> p.withStatus("ACTIVE")));
        registry.fact(PortStalled.class, (f, at, edits) -> {}); // it stays DOWN
        registry.fact(
                PortBound.class,
                (f, at, edits) ->
                        edits.change(NeutronTables.PORTS, f.uuid(), p -> p.boundTo(f.host())));
        registry.fact(
                PortGroupsSet.class,
                (f, at, edits) ->
                        edits.change(NeutronTables.PORTS, f.uuid(), p -> p.withGroups(f.groups())));
        registry.fact(
                FloatingIpAssociated.class,
                (f, at, edits) ->
                        edits.change(
                                NeutronTables.FLOATING_IPS,
                                f.uuid(),
                                ip -> ip.leadingTo(f.port(), f.fixedAddress(), f.router())));
        registry.fact(
                NetworkObjectDeleted.class,
                (f, at, edits) -> {
                    remove(tableOf(f.kind()), f.uuid(), edits);
                    switch (f.kind()) {
                        case Kinds.ROUTER -> drop(NeutronTables.ROUTES, f.uuid(), edits);
                        case Kinds.PORT -> drop(NeutronTables.PAIRS, f.uuid(), edits);
                        default -> {
                            // nothing else has rows beside its own
                        }
                    }
                });
        registry.fact(RouterRoutesSet.class, NeutronFolds::routes);
        registry.fact(PortPairsSet.class, NeutronFolds::pairs);
    }

    private static TableKey<?> tableOf(String kind) {
        return switch (kind) {
            case Kinds.NETWORK -> NeutronTables.NETWORKS;
            case Kinds.SUBNET -> NeutronTables.SUBNETS;
            case Kinds.ROUTER -> NeutronTables.ROUTERS;
            case Kinds.PORT -> NeutronTables.PORTS;
            case Kinds.FLOATING_IP -> NeutronTables.FLOATING_IPS;
            case Kinds.GROUP -> NeutronTables.GROUPS;
            case Kinds.RULE -> NeutronTables.RULES;
            default ->
                    throw new IllegalArgumentException("expected a kind of Neutron, found " + kind);
        };
    }

    private static <R extends Row> void remove(TableKey<R> key, String uuid, Edits edits) {
        edits.remove(key, edits.world().table(key).idOf(uuid));
    }

    private static <R extends Row> void drop(TableKey<R> key, String uuid, Edits edits) {
        if (edits.world().table(key).has(uuid)) {
            remove(key, uuid, edits);
        }
    }

    private static void routes(RouterRoutesSet f, long timeNs, Edits edits) {
        drop(NeutronTables.ROUTES, f.router(), edits);
        if (!f.routes().isEmpty()) {
            int id = edits.world().table(NeutronTables.ROUTES).nextId();
            edits.insert(NeutronTables.ROUTES, new RouterRoutes(id, f.router(), f.routes()));
        }
    }

    private static void pairs(PortPairsSet f, long timeNs, Edits edits) {
        drop(NeutronTables.PAIRS, f.port(), edits);
        if (!f.pairs().isEmpty()) {
            int id = edits.world().table(NeutronTables.PAIRS).nextId();
            edits.insert(NeutronTables.PAIRS, new PortPairs(id, f.port(), f.pairs()));
        }
    }

    private static void network(NetworkCreated f, long timeNs, Edits edits) {
        int id = edits.world().table(NeutronTables.NETWORKS).nextId();
        edits.insert(
                NeutronTables.NETWORKS,
                new Network(
                        id,
                        f.uuid(),
                        f.project(),
                        f.name(),
                        f.description(),
                        f.external(),
                        f.shared(),
                        f.type(),
                        f.physnet(),
                        f.segment(),
                        f.mtu(),
                        timeNs));
    }

    private static void subnet(SubnetCreated f, long timeNs, Edits edits) {
        int id = edits.world().table(NeutronTables.SUBNETS).nextId();
        edits.insert(
                NeutronTables.SUBNETS,
                new Subnet(
                        id,
                        f.uuid(),
                        f.project(),
                        f.network(),
                        f.name(),
                        f.description(),
                        f.cidr(),
                        f.gateway(),
                        f.dhcp(),
                        f.pools(),
                        f.nameservers(),
                        timeNs));
    }

    private static void router(RouterCreated f, long timeNs, Edits edits) {
        int id = edits.world().table(NeutronTables.ROUTERS).nextId();
        edits.insert(
                NeutronTables.ROUTERS,
                new Router(id, f.uuid(), f.project(), f.name(), f.description(), "", timeNs));
    }

    private static void port(PortCreated f, long timeNs, Edits edits) {
        int id = edits.world().table(NeutronTables.PORTS).nextId();
        edits.insert(
                NeutronTables.PORTS,
                new Port(
                        id,
                        f.uuid(),
                        f.project(),
                        f.network(),
                        f.name(),
                        f.mac(),
                        f.deviceId(),
                        f.deviceOwner(),
                        f.subnet(),
                        f.address(),
                        f.groups(),
                        f.host(),
                        "DOWN",
                        timeNs));
    }

    private static void floatingIp(FloatingIpCreated f, long timeNs, Edits edits) {
        int id = edits.world().table(NeutronTables.FLOATING_IPS).nextId();
        edits.insert(
                NeutronTables.FLOATING_IPS,
                new FloatingIp(
                        id, f.uuid(), f.project(), f.network(), f.address(), "", "", "", timeNs));
    }

    private static void group(SecurityGroupCreated f, long timeNs, Edits edits) {
        int id = edits.world().table(NeutronTables.GROUPS).nextId();
        edits.insert(
                NeutronTables.GROUPS,
                new SecurityGroup(
                        id,
                        f.uuid(),
                        f.project(),
                        f.name(),
                        f.description(),
                        f.stateful(),
                        timeNs));
    }

    private static void rule(SecurityGroupRuleCreated f, long timeNs, Edits edits) {
        int id = edits.world().table(NeutronTables.RULES).nextId();
        edits.insert(
                NeutronTables.RULES,
                new SecurityGroupRule(
                        id,
                        f.uuid(),
                        f.project(),
                        f.group(),
                        f.direction(),
                        f.ethertype(),
                        f.protocol(),
                        f.portMin(),
                        f.portMax(),
                        f.remotePrefix(),
                        f.remoteGroup(),
                        f.description(),
                        timeNs));
    }
}
