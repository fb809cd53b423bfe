package org.maquete.ovn.pipeline;

import java.util.List;

/** A verdict with all that the packet met. */
public record Trip(Verdict verdict, List<Step> steps) {

    public Trip {
        steps = List.copyOf(steps);
    }
}
