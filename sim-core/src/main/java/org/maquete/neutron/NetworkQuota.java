package org.maquete.neutron;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.maquete.juju.JujuView;
import org.maquete.juju.Unit;
import org.maquete.keystone.client.QuotaUsage;
import org.maquete.world.Row;
import org.maquete.world.Table;
import org.maquete.world.World;

/** What a project may have of Neutron's objects, by the options of neutron-api, and has. */
final class NetworkQuota {

    private NetworkQuota() {}

    /** In the order, and under the names, in which openstacksdk has them. */
    static List<QuotaUsage> of(World world, String project) {
        List<QuotaUsage> all = new ArrayList<>();
        all.add(
                new QuotaUsage(
                        "floating_ips",
                        option(world, "floatingip", 50),
                        count(world.table(NeutronTables.FLOATING_IPS), f -> f.project(), project)));
        all.add(
                new QuotaUsage(
                        "networks",
                        option(world, "network", 10),
                        count(world.table(NeutronTables.NETWORKS), n -> n.project(), project)));
        all.add(
                new QuotaUsage(
                        "ports",
                        option(world, "port", 50),
                        count(world.table(NeutronTables.PORTS), p -> p.project(), project)));
        // 10, -1: neutron yoga, conf/quota.py and objects/rbac_db.py; the charm has no options
        all.add(new QuotaUsage("rbac_policies", 10, 0));
        all.add(
                new QuotaUsage(
                        "routers",
                        option(world, "router", 10),
                        count(world.table(NeutronTables.ROUTERS), r -> r.project(), project)));
        all.add(
                new QuotaUsage(
                        "subnets",
                        option(world, "subnet", 10),
                        count(world.table(NeutronTables.SUBNETS), s -> s.project(), project)));
        all.add(new QuotaUsage("subnet_pools", -1, 0));
        all.add(
                new QuotaUsage(
                        "security_group_rules",
                        option(world, "security-group-rule", 100),
                        rules(world, project)));
        all.add(
                new QuotaUsage(
                        "security_groups",
                        option(world, "security-group", 10),
                        count(world.table(NeutronTables.GROUPS), g -> g.project(), project)));
        return all;
    }

    private static long rules(World world, String project) {
        long count = 0;
        for (SecurityGroup group : world.table(NeutronTables.GROUPS)) {
            if (group.project().equals(project)) {
                count += NeutronView.rules(world, group.uuid()).size();
            }
        }
        return count;
    }

    private static <R extends Row> long count(
            Table<R> table, Function<R, String> owner, String project) {
        long count = 0;
        for (R each : table) {
            count += owner.apply(each).equals(project) ? 1 : 0;
        }
        return count;
    }

    /** An option of the charm; the defaults are those of charm-neutron-api stable/yoga. */
    private static long option(World world, String what, long otherwise) {
        for (Unit unit : JujuView.unitsOfCharm(world, "neutron-api")) {
            String text =
                    JujuView.application(world, unit.model(), unit.application())
                            .map(a -> JujuView.config(world, a, "quota-" + what))
                            .orElse("");
            return text.matches("-?[0-9]{1,9}") ? Long.parseLong(text) : otherwise;
        }
        return otherwise;
    }
}
