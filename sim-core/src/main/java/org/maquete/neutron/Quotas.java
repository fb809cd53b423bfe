package org.maquete.neutron;

import java.util.Optional;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** How many of each a project may have. */
final class Quotas {

    private Quotas() {}

    /** The refusal of one more than the charm's option allows; -1 allows any number. */
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

    private static long allowed(World world, Resource resource) {
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
