package org.maquete.nova.scheduler;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What HostManager.get_filtered_hosts does before the first filter: requested, ignored and forced
 * hosts. Ignored and forced hosts are told by name without regard to case, nodes and requested
 * hosts with it. Two states of the same host and node count as the later one as soon as a list of
 * names is given.
 *
 * @param hosts who goes on
 * @param asksFilters false: hosts that are forced pass without filters
 */
@SuppressWarnings("ArrayRecordComponent") // lists of a decision that nobody compares
record Entrance(int[] hosts, boolean asksFilters) {

    static Entrance of(HostStates states, RequestSpec.Shape shape, int[] from) {
        RequestSpec.Wishes wishes = shape.wishes();
        int[] left = from;
        if (wishes.destination().isPresent() && !wishes.destination().get().host().isEmpty()) {
            left = requested(states, wishes.destination().get(), left);
        }
        boolean forced = !wishes.forceHosts().isEmpty() || !wishes.forceNodes().isEmpty();
        if (!forced && wishes.ignoreHosts().isEmpty()) {
            return new Entrance(left, true);
        }
        Map<Explanation.Name, Integer> byName = new LinkedHashMap<>();
        for (int i : left) {
            Host host = states.host(i);
            byName.put(new Explanation.Name(host.host(), host.node()), i);
        }
        byName.keySet().removeIf(name -> isDropped(name, wishes));
        left = byName.values().stream().mapToInt(Integer::intValue).toArray();
        return new Entrance(left, !forced || shape.hasHint("_nova_check_type"));
    }

    private static boolean isDropped(Explanation.Name name, RequestSpec.Wishes wishes) {
        return has(wishes.ignoreHosts(), name.host())
                || !wishes.forceHosts().isEmpty() && !has(wishes.forceHosts(), name.host())
                || !wishes.forceNodes().isEmpty() && !wishes.forceNodes().contains(name.node());
    }

    private static boolean has(Iterable<String> names, String host) {
        for (String name : names) {
            if (name.equalsIgnoreCase(host)) {
                return true;
            }
        }
        return false;
    }

    private static int[] requested(
            HostStates states, RequestSpec.Destination destination, int[] from) {
        int[] left = new int[from.length];
        int count = 0;
        for (int i : from) {
            Host host = states.host(i);
            boolean here =
                    host.host().equals(destination.host())
                            && (destination.node().isEmpty()
                                    || host.node().equals(destination.node()));
            left[count] = i;
            count += here ? 1 : 0;
        }
        return java.util.Arrays.copyOf(left, count);
    }
}
