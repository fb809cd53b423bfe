package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.QuotaUsage;
import org.maquete.world.World;

/** What a project may have of instances, cores and memory. */
final class Quota {

    // 10, 20, 51200: instances, cores, MiB: nova yoga, conf/quota.py; the charm leaves them
    private static final int INSTANCES = 10;
    private static final int CORES = 20;
    private static final int RAM_MIB = 51200;

    private Quota() {}

    /** What is asked for in addition. */
    record Wanted(int instances, int cores, int ramMib) {}

    /** One more server of a flavor. */
    static Optional<Refusal> refusesServer(World world, String project, Flavor flavor) {
        return refuses(world, project, new Wanted(1, flavor.vcpus(), flavor.ramMib()));
    }

    /** A server gets a larger flavor: only what grows is looked at. */
    static Optional<Refusal> refusesResize(World world, String project, Flavor from, Flavor to) {
        int cores = Math.max(0, to.vcpus() - from.vcpus());
        int ramMib = Math.max(0, to.ramMib() - from.ramMib());
        return refuses(world, project, new Wanted(0, cores, ramMib));
    }

    /**
     * Nova names all that is exceeded, sorted by name (nova yoga, quota.py and compute/utils.py).
     */
    private static Optional<Refusal> refuses(World world, String project, Wanted wanted) {
        Wanted used = used(world, project);
        Over over = new Over();
        over.look("cores", wanted.cores(), used.cores(), allowed(world, "cores", CORES));
        over.look(
                "instances",
                wanted.instances(),
                used.instances(),
                allowed(world, "instances", INSTANCES));
        over.look("ram", wanted.ramMib(), used.ramMib(), allowed(world, "ram", RAM_MIB));
        return over.refusal();
    }

    private static Wanted used(World world, String project) {
        int instances = 0;
        int cores = 0;
        int ramMib = 0;
        for (Server each : NovaView.servers(world)) {
            Optional<Flavor> flavor = NovaView.flavor(world, each.flavor());
            boolean counts = each.project().equals(project) && !SoftDeletion.isHidden(each);
            if (counts && flavor.isPresent()) {
                instances++;
                cores += flavor.get().vcpus();
                ramMib += flavor.get().ramMib();
            }
        }
        return new Wanted(instances, cores, ramMib);
    }

    /** All quotas, in the order in which nova/quota.py registers them. */
    static List<QuotaUsage> all(World world, String project) {
        Wanted used = used(world, project);
        List<QuotaUsage> all = new ArrayList<>();
        all.add(usage("instances", allowed(world, "instances", INSTANCES), used.instances()));
        all.add(usage("cores", allowed(world, "cores", CORES), used.cores()));
        all.add(usage("ram", allowed(world, "ram", RAM_MIB), used.ramMib()));
        // 128, 5, 10240, 255, 100, 10, 10: nova yoga, conf/quota.py; the charm leaves them
        all.add(usage("metadata_items", allowed(world, "metadata-items", 128), 0));
        all.add(usage("injected_files", allowed(world, "injected-files", 5), 0));
        all.add(
                usage(
                        "injected_file_content_bytes",
                        allowed(world, "injected-file-size", 10240),
                        0));
        all.add(usage("injected_file_path_bytes", allowed(world, "injected-path-size", 255), 0));
        all.add(usage("key_pairs", allowed(world, "key-pairs", 100), 0)); // counted by user
        all.add(usage("server_groups", allowed(world, "server-groups", 10), 0));
        all.add(usage("server_group_members", allowed(world, "server-group-members", 10), 0));
        for (String old :
                List.of("fixed_ips", "floating_ips", "security_groups", "security_group_rules")) {
            all.add(usage(old, -1, 0)); // of nova-network, which is gone
        }
        return all;
    }

    private static QuotaUsage usage(String resource, int limit, int inUse) {
        return new QuotaUsage(resource, limit, inUse);
    }

    private static int allowed(World world, String what, int otherwise) {
        String option = NovaView.option(world, "quota-" + what);
        return option.matches("-?[0-9]+") ? Integer.parseInt(option) : otherwise;
    }

    /** Collects what is exceeded. */
    private static final class Over {

        private final List<String> names = new ArrayList<>();
        private final List<String> wanted = new ArrayList<>();
        private final List<String> used = new ArrayList<>();
        private final List<String> allowed = new ArrayList<>();

        void look(String name, int more, int now, int limit) {
            if (more > 0 && limit >= 0 && now + more > limit) {
                names.add(name);
                wanted.add(Integer.toString(more));
                used.add(Integer.toString(now));
                allowed.add(Integer.toString(limit));
            }
        }

        Optional<Refusal> refusal() {
            String all = String.join(", ", names);
            return names.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            Refusal.of(
                                    "403",
                                    "Quota exceeded for "
                                            + all
                                            + ": Requested "
                                            + String.join(", ", wanted)
                                            + ", but already used "
                                            + String.join(", ", used)
                                            + " of "
                                            + String.join(", ", allowed)
                                            + " "
                                            + all));
        }
    }
}
