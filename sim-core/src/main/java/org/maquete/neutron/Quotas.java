package org.maquete.neutron;

import java.util.Optional;
import java.util.function.Function;
import org.maquete.kernel.Refusal;
import org.maquete.world.Row;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/** How many of each a project may have. */
final class Quotas {

    private Quotas() {}

    /** The refusal of one more to a project that has as many as the charm's option allows. */
    static Optional<Refusal> exceeded(World world, Resource resource, String project) {
        return exceeded(world, resource, used(world, resource, project));
    }

    /** The same for one that has so many; -1 allows any number. */
    static Optional<Refusal> exceeded(World world, Resource resource, long used) {
        long allowed = allowed(world, resource);
        return allowed < 0 || used < allowed
                ? Optional.empty()
                : Optional.of(
                        Refusal.of(
                                "409", "Quota exceeded for resources: ['" + resource.name + "']."));
    }

    /** How many a project may have of this resource; empty when it is none of Neutron's. */
    static Optional<Long> allowed(World world, String name) {
        for (Resource resource : Resource.values()) {
            if (resource.name.equals(name)) {
                return Optional.of(allowed(world, resource));
            }
        }
        return Optional.empty();
    }

    /** How many a project has. */
    static long used(World world, Resource resource, String project) {
        return switch (resource) {
            case NETWORK -> count(world, NeutronTables.NETWORKS, Network::project, project);
            case SUBNET -> count(world, NeutronTables.SUBNETS, Subnet::project, project);
            case PORT -> count(world, NeutronTables.PORTS, Port::project, project);
            case ROUTER -> count(world, NeutronTables.ROUTERS, Router::project, project);
            case FLOATING_IP ->
                    count(world, NeutronTables.FLOATING_IPS, FloatingIp::project, project);
            case SECURITY_GROUP ->
                    count(world, NeutronTables.GROUPS, SecurityGroup::project, project);
            case SECURITY_GROUP_RULE ->
                    count(world, NeutronTables.RULES, SecurityGroupRule::project, project);
        };
    }

    private static <R extends Row> long count(
            World world, TableKey<R> key, Function<R, String> owner, String project) {
        long count = 0;
        for (R each : world.table(key)) {
            count += owner.apply(each).equals(project) ? 1 : 0;
        }
        return count;
    }

    /** How many a project may have. */
    static long allowed(World world, Resource resource) {
        String text = NeutronView.option(world, resource.option);
        return text.isEmpty() ? resource.otherwise : Long.parseLong(text);
    }

    /** What is counted. */
    enum Resource {
        // defaults, count: charm-neutron-api stable/yoga, config.yaml
        NETWORK("network", "quota-network", 10),
        SUBNET("subnet", "quota-subnet", 10),
        PORT("port", "quota-port", 50),
        ROUTER("router", "quota-router", 10),
        FLOATING_IP("floatingip", "quota-floatingip", 50),
        SECURITY_GROUP("security_group", "quota-security-group", 10),
        SECURITY_GROUP_RULE("security_group_rule", "quota-security-group-rule", 100);

        private final String name;
        private final String option;
        private final int otherwise;

        Resource(String name, String option, int otherwise) {
            this.name = name;
            this.option = option;
            this.otherwise = otherwise;
        }
    }
}
