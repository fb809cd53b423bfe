package org.maquete.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * A run that can be looked at at any instant. Seeking, undo and questions to the past are one
 * thing: the nearest snapshot at or before the instant, run forward with the input log replayed.
 *
 * <p>At most {@value #SNAPSHOT_LIMIT} snapshots are kept; when they run out every second one goes
 * and the distance between new ones doubles.
 */
public final class Timeline {

    /** Most snapshots kept. */
    public static final int SNAPSHOT_LIMIT = 64;

    private final Simulation live;
    private final List<Simulation> snapshots = new ArrayList<>();
    private long stride;
    private long nextSnapshotNs;

    /** Follows {@code live}, which must not be stepped by anybody else from now on. */
    public Timeline(Simulation live, long firstStrideNs) {
        this.live = live;
        this.stride = firstStrideNs;
        snapshots.add(live.fork());
        nextSnapshotNs = live.now() + stride;
    }

    /** The run itself, at its latest instant. */
    public Simulation live() {
        return live;
    }

    /** One step of the run; false when nothing is pending. */
    public boolean step() {
        if (live.nextTime() >= nextSnapshotNs && live.nextTime() != Long.MAX_VALUE) {
            snapshots.add(live.fork());
            if (snapshots.size() == SNAPSHOT_LIMIT) {
                thin();
            }
            nextSnapshotNs = Math.max(live.now(), live.nextTime()) + stride;
        }
        return live.step();
    }

    /** Steps to the end of the run. */
    public void runToEnd() {
        while (!live.isFinished() && step()) {
            // each step moves on
        }
    }

    /** How many snapshots there are. */
    public int snapshotCount() {
        return snapshots.size();
    }

    /** A run of its own that stands at {@code timeNs}; giving it a command starts a branch. */
    public Simulation at(long timeNs) {
        Simulation nearest = snapshots.getFirst();
        if (timeNs < nearest.now()) {
            throw new IllegalArgumentException(
                    "expected a time from " + nearest.now() + ", found " + timeNs);
        }
        for (Simulation snapshot : snapshots) {
            if (snapshot.now() <= timeNs) {
                nearest = snapshot;
            }
        }
        Simulation branch = nearest.fork();
        List<Input> log = live.inputs();
        for (Input input : log.subList(branch.inputs().size(), log.size())) {
            if (input.timeNs() <= timeNs) {
                branch.replayInput(input);
            }
        }
        branch.runUntil(timeNs);
        return branch;
    }

    private void thin() {
        for (int i = snapshots.size() - 1; i > 0; i -= 2) {
            snapshots.remove(i);
        }
        stride *= 2;
    }
}
