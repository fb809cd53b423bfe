package org.maquete.nova;

import java.util.List;
import java.util.Optional;
import org.maquete.placement.ResourceProvider;

/** Chooses the host of a server. */
public interface Scheduler {

    /**
     * The name of the chosen host; empty when none is left.
     *
     * @param candidates the hypervisors that are up and have room, in order of their units
     */
    Optional<String> choose(Flavor flavor, List<ResourceProvider> candidates);
}
