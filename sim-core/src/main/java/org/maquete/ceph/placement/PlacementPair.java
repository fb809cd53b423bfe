package org.maquete.ceph.placement;

import java.util.Optional;
import org.maquete.ceph.osdmap.OsdMapReplay.Maps;
import org.maquete.ceph.osdmap.Pool;

/** Two states of a cluster, and where the groups of each are. */
public final class PlacementPair {

    private final Placements before;
    private final Placements after;

    public PlacementPair(Maps before, Maps after) {
        this.before = new Placements(before);
        this.after = new Placements(after);
    }

    /** A pool before and after. */
    public record Rows(Placements.Rows before, Placements.Rows after) {}

    /** All groups of a pool; computes once what is the same in both. */
    public Rows rows(Pool poolBefore, Pool poolAfter) {
        if (poolBefore.equals(poolAfter)) {
            return part(poolBefore, 0, poolBefore.pgNum());
        }
        return new Rows(before.rows(poolBefore), after.rows(poolAfter));
    }

    /** Groups of a pool that is the same in both states: those between two numbers. */
    public Rows part(Pool pool, int from, int to) {
        Optional<boolean[]> forward = after.touched(before, pool);
        if (forward.isPresent()) {
            Placements.Rows known = before.rows(pool, from, to);
            return new Rows(known, after.rowsAfter(known, forward.get()));
        }
        Optional<boolean[]> backward = before.touched(after, pool);
        if (backward.isPresent()) {
            Placements.Rows known = after.rows(pool, from, to);
            return new Rows(before.rowsAfter(known, backward.get()), known);
        }
        return new Rows(before.rows(pool, from, to), after.rows(pool, from, to));
    }

    public Placements before() {
        return before;
    }

    public Placements after() {
        return after;
    }
}
