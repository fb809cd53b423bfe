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

    // 10, groups, members of one: nova yoga, conf/quota.py; the charm leaves them
    static final String SERVER_GROUPS = "server-groups";
    private static final int GROUPS = 10;
    private static final int GROUP_MEMBERS = 10;

    private Quota() {}

    /** Whether a project may have no more server groups. */
    static boolean isFull(World world, String project, String what) {
        return isOver(groupCount(world, project) + 1, allowed(world, what, GROUPS));
    }

    private static int groupCount(World world, String project) {
        return world.table(NovaView.GROUPS).where(g -> g.project().equals(project)).size();
    }

    /** Whether a group may not get so many more members of a user. */
    static boolean hasNoRoom(World world, ServerGroup group, String user, int more) {
        int now = 0;
        for (String each : group.members()) {
            boolean own =
                    NovaView.server(world, each).filter(s -> s.user().equals(user)).isPresent();
            now += own ? 1 : 0;
        }
        return isOver(now + more, allowed(world, "server-group-members", GROUP_MEMBERS));
    }

    private static boolean isOver(int wanted, int limit) {
        return limit >= 0 && wanted > limit;
    }

    /** What is asked for in addition. */
    record Wanted(int instances, int cores, int ramMib) {}

    /**
     * How many servers of a flavor may be made.
     *
     * @param count the number; none when it is refused
     */
    record Allowance(int count, Optional<Refusal> refusal) {}

    /**
     * So many more servers of a flavor, if not all then as many as there is room for: nova yoga,
     * compute/utils.py, check_num_instances_quota.
     */
    static Allowance servers(World world, String project, Flavor flavor, Count count) {
        int most = count.most();
        Wanted all = new Wanted(most, most * flavor.vcpus(), most * flavor.ramMib());
        String asked = count.isExact() ? "" + most : count.least() + "-" + most;
        Optional<Refusal> no = refuses(world, project, all, asked);
        if (no.isEmpty()) {
            return new Allowance(most, no);
        }
        Wanted used = used(world, project);
        int room = room(world, "instances", INSTANCES, used.instances());
        if (flavor.vcpus() > 0) {
            room = Math.min(room, room(world, "cores", CORES, used.cores()) / flavor.vcpus());
        }
        if (flavor.ramMib() > 0) {
            room = Math.min(room, room(world, "ram", RAM_MIB, used.ramMib()) / flavor.ramMib());
        }
        boolean fewer = room > 0 && count.least() <= room && room < most;
        return fewer ? new Allowance(room, Optional.empty()) : new Allowance(0, no);
    }

    /** The least and the most servers that one request makes. */
    record Count(int least, int most) {

        /** One server. */
        static final Count ONE = new Count(1, 1);

        boolean isExact() {
            return least == most;
        }
    }

    private static int room(World world, String what, int otherwise, int used) {
        int limit = allowed(world, what, otherwise);
        return limit < 0 ? Integer.MAX_VALUE : Math.max(0, limit - used);
    }

    /** A server gets a larger flavor: only what grows is looked at. */
    static Optional<Refusal> refusesResize(World world, String project, Flavor from, Flavor to) {
        int cores = Math.max(0, to.vcpus() - from.vcpus());
        int ramMib = Math.max(0, to.ramMib() - from.ramMib());
        return refuses(world, project, new Wanted(0, cores, ramMib), "0");
    }

    /**
     * Nova names all that is exceeded, sorted by name (nova yoga, quota.py and compute/utils.py).
     */
    private static Optional<Refusal> refuses(
            World world, String project, Wanted wanted, String asked) {
        Wanted used = used(world, project);
        Over over = new Over();
        over.look("cores", wanted.cores(), used.cores(), allowed(world, "cores", CORES));
        over.look(
                "instances",
                wanted.instances(),
                used.instances(),
                allowed(world, "instances", INSTANCES));
        over.say("instances", asked);
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
        all.add(
                usage(
                        "server_groups",
                        allowed(world, SERVER_GROUPS, GROUPS),
                        groupCount(world, project)));
        all.add(
                usage(
                        "server_group_members",
                        allowed(world, "server-group-members", GROUP_MEMBERS),
                        0));
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

        /** What was looked at last is asked for in these words. */
        void say(String name, String text) {
            if (!names.isEmpty() && names.getLast().equals(name)) {
                wanted.set(wanted.size() - 1, text);
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
