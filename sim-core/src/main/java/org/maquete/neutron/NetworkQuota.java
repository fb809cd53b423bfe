package org.maquete.neutron;

import java.util.List;
import org.maquete.keystone.client.QuotaUsage;
import org.maquete.world.World;

/** What a project may have of Neutron's objects, and has, as clients show it. */
final class NetworkQuota {

    private NetworkQuota() {}

    /** In the order, and under the names, in which openstacksdk has them. */
    static List<QuotaUsage> of(World world, String project) {
        return List.of(
                usage("floating_ips", Quotas.Resource.FLOATING_IP, world, project),
                usage("networks", Quotas.Resource.NETWORK, world, project),
                usage("ports", Quotas.Resource.PORT, world, project),
                // 10, -1: neutron yoga, conf/quota.py and objects/rbac_db.py; the charm has no
                // options
                new QuotaUsage("rbac_policies", 10, 0),
                usage("routers", Quotas.Resource.ROUTER, world, project),
                usage("subnets", Quotas.Resource.SUBNET, world, project),
                new QuotaUsage("subnet_pools", -1, 0),
                usage("security_group_rules", Quotas.Resource.SECURITY_GROUP_RULE, world, project),
                usage("security_groups", Quotas.Resource.SECURITY_GROUP, world, project));
    }

    private static QuotaUsage usage(
            String name, Quotas.Resource resource, World world, String project) {
        long allowed = Quotas.allowed(world, resource);
        return new QuotaUsage(name, allowed, Quotas.used(world, resource, project));
    }
}
