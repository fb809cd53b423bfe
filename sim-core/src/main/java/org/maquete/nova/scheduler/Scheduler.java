package org.maquete.nova.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses hosts. A policy of your own is one class with one method:
 *
 * <pre>
 * final class FirstFit implements Scheduler {
 *     public int choose(HostStates hosts, RequestSpec spec, int[] candidates) {
 *         for (int i : candidates) {
 *             if (hosts.freeRamMb(i) &gt;= spec.shape().flavor().ramMb()) {
 *                 return i;
 *             }
 *         }
 *         return NONE;
 *     }
 * }
 * </pre>
 *
 * Claims, retries, alternates and requests for many servers follow from it; {@link FilterScheduler}
 * replaces them by Nova's own.
 */
public interface Scheduler {

    /** No host will do. */
    int NONE = -1;

    /**
     * The host for the next server, or {@link #NONE}.
     *
     * @param candidates the hosts that have room by Placement, in the order of {@code hosts}
     */
    int choose(HostStates hosts, RequestSpec spec, int[] candidates);

    /**
     * select_destinations: a claimed host and alternates for each server, or the reason why there
     * are none. What is selected is consumed in {@code hosts}; a failure leaves them as they were.
     *
     * @param uuids the servers
     */
    default Destinations select(
            HostStates hosts, RequestSpec spec, List<String> uuids, Candidates candidates) {
        List<Destinations.Selection> selections = new ArrayList<>();
        List<Destinations.Attempt> attempts = new ArrayList<>();
        for (String uuid : uuids) {
            RequestSpec one = spec.forInstance(uuid);
            int[] left = candidates.hosts();
            int chosen = choose(hosts, one, left);
            while (chosen != NONE && !candidates.claim(chosen, uuid)) {
                attempts.add(new Destinations.Attempt(uuid, chosen));
                left = without(left, chosen);
                chosen = choose(hosts, one, left);
            }
            if (chosen == NONE) {
                Destinations.undo(hosts, spec, selections, candidates);
                return Destinations.none(Destinations.NOT_ENOUGH, attempts);
            }
            hosts.consume(chosen, one);
            hosts.addInstance(chosen, uuid);
            int[] others = without(left, chosen);
            selections.add(
                    new Destinations.Selection(
                            uuid, chosen, alternates(hosts, one, others, candidates.alternates())));
        }
        return new Destinations(selections, Optional.empty(), attempts);
    }

    private List<Integer> alternates(
            HostStates hosts, RequestSpec spec, int[] others, int alternateCount) {
        List<Integer> alternates = new ArrayList<>();
        int[] left = others;
        while (alternates.size() < alternateCount) {
            int next = choose(hosts, spec, left);
            if (next == NONE) {
                break;
            }
            alternates.add(next);
            left = without(left, next);
        }
        return alternates;
    }

    private static int[] without(int[] hosts, int host) {
        int[] left = new int[hosts.length];
        int count = 0;
        for (int each : hosts) {
            left[count] = each;
            count += each == host ? 0 : 1;
        }
        return java.util.Arrays.copyOf(left, count);
    }
}
