package org.maquete.nova.replay;

import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.impl.map.mutable.primitive.ObjectIntHashMap;
import org.maquete.kernel.Draws;
import org.maquete.nova.scheduler.FilterScheduler;
import org.maquete.nova.scheduler.Host;
import org.maquete.nova.scheduler.HostStates;
import org.maquete.nova.scheduler.RequestSpec;
import org.maquete.nova.scheduler.Scheduler;
import org.maquete.nova.scheduler.SchedulerOptions;
import org.maquete.nova.trace.Trace;

/**
 * The policies that come with Maquete. All of them choose among the candidates that Placement
 * gives; ties go to the first.
 */
public enum Policy {
    /** nova-scheduler with the filters that the charm enables and Nova's weighers. */
    NOVA("nova", "the charm's filters and Nova's weighers"),
    /** The first candidate. */
    FIRST_FIT("first-fit", "the first host with room"),
    /** The candidate of which least would be left, as the sum of the shares of VCPU and memory. */
    BEST_FIT("best-fit", "the host of which least is left: share of VCPU and of memory"),
    /** The candidate of which most is left. */
    WORST_FIT("worst-fit", "the host of which most is left"),
    /** Any candidate, by a draw that belongs to the request. */
    RANDOM("random", "any host with room, from the seed"),
    /** The first candidate from the host on whose number is the request's, modulo their count. */
    ROUND_ROBIN("round-robin", "request n looks from host n on, and again from the first"),
    /**
     * The candidate whose free shares point most where the request's do: the largest sum, over
     * VCPU, memory and disk, of share asked for times share free. It keeps what is scarce together.
     */
    DOT_PRODUCT("dot-product", "the largest dot product of what is asked for and what is free");

    private final String word;
    private final String explained;

    Policy(String word, String explained) {
        this.word = word;
        this.explained = explained;
    }

    /** Its word on the command line. */
    public String word() {
        return word;
    }

    /** One line. */
    public String explained() {
        return explained;
    }

    /** The policy of this word, if there is one. */
    public static Optional<Policy> of(String word) {
        for (Policy each : values()) {
            if (each.word.equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** A scheduler for one replay. */
    public Scheduler scheduler(Trace trace, long seed) {
        return switch (this) {
            case NOVA ->
                    new FilterScheduler(
                            SchedulerOptions.of(
                                    Map.of(
                                            "filter_scheduler.enabled_filters",
                                            SchedulerOptions.CHARM_FILTERS)),
                            seed);
            case FIRST_FIT -> (_, _, candidates) -> candidates[0];
            case BEST_FIT -> (hosts, _, candidates) -> extreme(hosts, candidates, -1);
            case WORST_FIT -> (hosts, _, candidates) -> extreme(hosts, candidates, 1);
            case RANDOM ->
                    (_, spec, candidates) -> {
                        Draws draws = Draws.of(seed, "replay", spec.instanceUuid(), "host", 0);
                        return candidates[draws.below(candidates.length)];
                    };
            case ROUND_ROBIN -> new RoundRobin(trace);
            case DOT_PRODUCT -> Policy::mostAlike;
        };
    }

    private static int extreme(HostStates hosts, int[] candidates, int sign) {
        int best = candidates[0];
        double most = Double.NEGATIVE_INFINITY;
        for (int host : candidates) {
            Host.Room room = hosts.host(host).room();
            double left =
                    share(hosts.vcpusFree(host), room.vcpusTotal())
                            + share(hosts.freeRamMb(host), room.totalRamMb());
            if (sign * left > most) {
                most = sign * left;
                best = host;
            }
        }
        return best;
    }

    private static int mostAlike(HostStates hosts, RequestSpec spec, int[] candidates) {
        RequestSpec.Flavor flavor = spec.shape().flavor();
        int best = candidates[0];
        double most = Double.NEGATIVE_INFINITY;
        for (int host : candidates) {
            Host.Room room = hosts.host(host).room();
            double vcpus = room.vcpusTotal();
            double ramMb = room.totalRamMb();
            double diskMb = room.totalDiskGb() * 1024.0;
            double product =
                    share(flavor.vcpus(), vcpus) * share(hosts.vcpusFree(host), vcpus)
                            + share(flavor.ramMb(), ramMb) * share(hosts.freeRamMb(host), ramMb)
                            + share(flavor.rootGb() * 1024.0, diskMb)
                                    * share(hosts.freeDiskMb(host), diskMb);
            if (product > most) {
                most = product;
                best = host;
            }
        }
        return best;
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    /**
     * Without memory of who was last: a fork of a run would share it. The numbers are looked up by
     * name and never iterated.
     */
    private static final class RoundRobin implements Scheduler {

        private final ObjectIntHashMap<String> numbers;

        RoundRobin(Trace trace) {
            numbers = new ObjectIntHashMap<>(trace.requests().size());
            for (int i = 0; i < trace.requests().size(); i++) {
                numbers.put(trace.requests().get(i).name(), i);
            }
        }

        @Override
        public int choose(HostStates hosts, RequestSpec spec, int[] candidates) {
            int from = numbers.get(spec.instanceUuid()) % hosts.count();
            int found = java.util.Arrays.binarySearch(candidates, from);
            int at = found < 0 ? -found - 1 : found;
            return candidates[at == candidates.length ? 0 : at];
        }
    }
}
