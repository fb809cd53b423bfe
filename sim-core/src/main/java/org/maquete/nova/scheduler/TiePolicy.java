package org.maquete.nova.scheduler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.maquete.kernel.Draws;

/**
 * The order of hosts, by which equal weights are told apart.
 *
 * <p>The real nova-scheduler walks a Python set of (host, node): its order follows the string hash
 * seed of the process, so it is arbitrary but stays until the process restarts. No prediction of
 * one host among equals can be right; so the order is chosen here, and answers tell how many tie.
 */
public sealed interface TiePolicy {

    /** The hosts in the order of this policy. */
    List<Host> ordered(List<Host> hosts);

    /** As they were given. */
    record InputOrder() implements TiePolicy {
        @Override
        public List<Host> ordered(List<Host> hosts) {
            return List.copyOf(hosts);
        }
    }

    /** By host, then node. */
    record ByName() implements TiePolicy {
        @Override
        public List<Host> ordered(List<Host> hosts) {
            List<Host> sorted = new ArrayList<>(hosts);
            sorted.sort(Comparator.comparing(Host::host).thenComparing(Host::node));
            return List.copyOf(sorted);
        }
    }

    /**
     * A permutation that follows from a seed, as arbitrary as the set's.
     *
     * @param start which start of nova-scheduler this is: another one has another order
     */
    record Seeded(long seed, int start) implements TiePolicy {
        @Override
        public List<Host> ordered(List<Host> hosts) {
            TreeMap<String, Host> sorted = new TreeMap<>();
            for (int i = 0; i < hosts.size(); i++) {
                Host host = hosts.get(i);
                String name = host.host() + " " + host.node();
                String draw = Draws.of(seed, "nova", name, "order of hosts", start).hex(16);
                sorted.put(draw + " " + name + " " + i, host);
            }
            return List.copyOf(sorted.values());
        }
    }
}
