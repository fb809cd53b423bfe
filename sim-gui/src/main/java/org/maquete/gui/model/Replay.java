package org.maquete.gui.model;

import org.maquete.kernel.SimTime;
import org.maquete.kernel.Simulation;
import org.maquete.kernel.Timeline;

/**
 * A run from its first to its last instant, to be looked at anywhere. Seeking goes to the nearest
 * snapshot and runs forward; see {@link Timeline}.
 */
public final class Replay {

    private static final long STRIDE_NS = 2 * SimTime.MINUTE;

    private final Timeline timeline;

    /** Runs {@code start} to its end, keeping snapshots. */
    public Replay(Simulation start) {
        timeline = new Timeline(start, STRIDE_NS);
        timeline.runToEnd();
    }

    /** The last instant of the run. */
    public long endNs() {
        return timeline.live().now();
    }

    /** What there is to see at {@code timeNs}, from 0 to {@link #endNs}. */
    public Moment at(long timeNs) {
        long within = Math.clamp(timeNs, 0, endNs());
        return within == endNs() ? Moment.of(timeline.live()) : Moment.of(timeline.at(within));
    }
}
