package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** What a project may have of instances, cores and memory. */
final class Quota {

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
        int instances = 0;
        int cores = 0;
        int ramMib = 0;
        for (Server each : NovaView.servers(world)) {
            Optional<Flavor> flavor = NovaView.flavor(world, each.flavor());
            if (each.project().equals(project) && flavor.isPresent()) {
                instances++;
                cores += flavor.get().vcpus();
                ramMib += flavor.get().ramMib();
            }
        }
        Over over = new Over();
        // 20, 10, 51200: cores, instances, MiB: nova yoga, conf/quota.py; the charm leaves them
        over.look("cores", wanted.cores(), cores, allowed(world, "cores", 20));
        over.look("instances", wanted.instances(), instances, allowed(world, "instances", 10));
        over.look("ram", wanted.ramMib(), ramMib, allowed(world, "ram", 51200));
        return over.refusal();
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
