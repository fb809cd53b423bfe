package org.maquete.neutron;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.maquete.host.HostView;
import org.maquete.juju.Application;
import org.maquete.juju.JujuView;
import org.maquete.juju.Unit;
import org.maquete.keystone.client.QuotaUsage;
import org.maquete.world.Row;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/** What Neutron answers when it is asked. Lists are in order of UUID, as Neutron gives them. */
public final class NeutronView {

    /** The kind of a floating address in a {@code Ref}. */
    public static final String FLOATING_IP = Kinds.FLOATING_IP;

    private static final String CHARM = "neutron-api";

    private NeutronView() {}

    /** All networks. */
    public static List<Network> networks(World world) {
        return sorted(world, NeutronTables.NETWORKS, Network::uuid);
    }

    /** The network with this id. */
    public static Optional<Network> network(World world, String uuid) {
        return world.table(NeutronTables.NETWORKS).find(uuid);
    }

    /** All subnets. */
    public static List<Subnet> subnets(World world) {
        return sorted(world, NeutronTables.SUBNETS, Subnet::uuid);
    }

    /** The subnets of a network, in order of creation. */
    public static List<Subnet> subnets(World world, String network) {
        return world.table(NeutronTables.SUBNETS).where(s -> s.network().equals(network));
    }

    /** The subnet with this id. */
    public static Optional<Subnet> subnet(World world, String uuid) {
        return world.table(NeutronTables.SUBNETS).find(uuid);
    }

    /** All routers. */
    public static List<Router> routers(World world) {
        return sorted(world, NeutronTables.ROUTERS, Router::uuid);
    }

    /** All ports. */
    public static List<Port> ports(World world) {
        return sorted(world, NeutronTables.PORTS, Port::uuid);
    }

    /** The ports of a server or router, in order of creation. */
    public static List<Port> portsOf(World world, String device) {
        return world.table(NeutronTables.PORTS).where(p -> p.deviceId().equals(device));
    }

    /** Whether a port can be bound to a host: its ovn-controller is not known to be stopped. */
    public static boolean binds(World world, String host) {
        return !HostView.isStopped(world, host, "ovn-controller");
    }

    /** The port with this id. */
    public static Optional<Port> port(World world, String uuid) {
        return world.table(NeutronTables.PORTS).find(uuid);
    }

    /** All floating addresses. */
    public static List<FloatingIp> floatingIps(World world) {
        return sorted(world, NeutronTables.FLOATING_IPS, FloatingIp::uuid);
    }

    /** The floating addresses that lead to a port. */
    public static List<FloatingIp> floatingIpsOf(World world, String port) {
        return world.table(NeutronTables.FLOATING_IPS).where(f -> f.port().equals(port));
    }

    /** All security groups. */
    public static List<SecurityGroup> groups(World world) {
        return sorted(world, NeutronTables.GROUPS, SecurityGroup::uuid);
    }

    /** The security group with this id. */
    public static Optional<SecurityGroup> group(World world, String uuid) {
        return world.table(NeutronTables.GROUPS).find(uuid);
    }

    /** The extra routes of a router, each as {@code destination nexthop}. */
    public static List<String> routes(World world, String router) {
        return world.table(NeutronTables.ROUTES)
                .find(router)
                .map(RouterRoutes::routes)
                .orElse(List.of());
    }

    /** The allowed address pairs of a port, each as {@code MAC address-or-network}. */
    public static List<String> pairs(World world, String port) {
        return world.table(NeutronTables.PAIRS).find(port).map(PortPairs::pairs).orElse(List.of());
    }

    /** The rules of all groups. */
    public static List<SecurityGroupRule> rules(World world) {
        return sorted(world, NeutronTables.RULES, SecurityGroupRule::uuid);
    }

    /** The rules of a group. */
    public static List<SecurityGroupRule> rules(World world, String group) {
        return rules(world).stream().filter(r -> r.group().equals(group)).toList();
    }

    /** An option of the application neutron-api; empty when there is no such application. */
    static String option(World world, String option) {
        return JujuView.unitsOfCharm(world, CHARM).stream()
                .findFirst()
                .flatMap(unit -> application(world, unit))
                .map(application -> JujuView.config(world, application, option))
                .orElse("");
    }

    /** The name of the application that answers for Neutron, for a juju line. */
    static String application(World world) {
        return JujuView.unitsOfCharm(world, CHARM).stream()
                .findFirst()
                .map(Unit::application)
                .orElse(CHARM);
    }

    private static Optional<Application> application(World world, Unit unit) {
        return JujuView.application(world, unit.model(), unit.application());
    }

    private static <R extends Row> List<R> sorted(
            World world, TableKey<R> key, Function<R, String> uuid) {
        return world.table(key).stream().sorted(Comparator.comparing(uuid)).toList();
    }

    /** What a project may have and has, by the names that openstacksdk gives it. */
    public static List<QuotaUsage> quotas(World world, String project) {
        return NetworkQuota.of(world, project);
    }
}
