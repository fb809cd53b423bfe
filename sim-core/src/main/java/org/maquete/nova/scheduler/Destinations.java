package org.maquete.nova.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The answer to select_destinations.
 *
 * @param selections one a server, in order; none when there is no valid host
 * @param reason what stands behind {@code No valid host was found. }; empty: there is one
 * @param attempts claims that Placement refused
 */
public record Destinations(
        List<Selection> selections, Optional<String> reason, List<Attempt> attempts) {

    static final String NOT_ENOUGH = "There are not enough hosts available.";

    public Destinations {
        selections = List.copyOf(selections);
        attempts = List.copyOf(attempts);
    }

    /** A server's host, and where its conductor tries again when the build fails there. */
    public record Selection(String instanceUuid, int host, List<Integer> alternates) {

        public Selection {
            alternates = List.copyOf(alternates);
        }
    }

    /** A claim that was refused. */
    public record Attempt(String instanceUuid, int host) {}

    /** Whether all servers have a host. */
    public boolean isValid() {
        return reason.isEmpty();
    }

    static Destinations none(String reason, List<Attempt> attempts) {
        return new Destinations(List.of(), Optional.of(reason), attempts);
    }

    /** Gives back what was claimed and consumed for the first servers of a request that failed. */
    static void undo(
            HostStates hosts, RequestSpec spec, List<Selection> done, Candidates candidates) {
        List<String> uuids = new ArrayList<>();
        for (Selection each : done) {
            uuids.add(each.instanceUuid());
            hosts.release(each.host(), spec.forInstance(each.instanceUuid()));
        }
        candidates.unclaim(uuids);
    }
}
