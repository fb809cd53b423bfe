package org.maquete.nova.scheduler;

import java.util.List;

/** What Placement says of a request: who has room, and whether a claim succeeds. */
public interface Candidates {

    /** The hosts that have room, in the order of the host states. */
    int[] hosts();

    /** PUT /allocations for a server on a host; whether Placement took it. */
    boolean claim(int host, String instanceUuid);

    /** Gives back the claims of servers of a request that failed as a whole. */
    void unclaim(List<String> instanceUuids);

    /** How many further hosts are wanted for each server: max_attempts - 1. */
    int alternates();

    /** All hosts, every claim succeeds: Placement is not asked. */
    static Candidates all(HostStates hosts, int alternates) {
        int[] all = new int[hosts.count()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        return new Candidates() {
            @Override
            public int[] hosts() {
                return all.clone();
            }

            @Override
            public boolean claim(int host, String instanceUuid) {
                return true;
            }

            @Override
            public void unclaim(List<String> instanceUuids) {
                // Nothing is claimed.
            }

            @Override
            public int alternates() {
                return alternates;
            }
        };
    }
}
