package org.maquete.ceph.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.maquete.ceph.osdmap.OsdMapReplay.Maps;
import org.maquete.ceph.osdmap.Pool;
import org.maquete.world.Ints;

/**
 * What is different between two states of a cluster, once all has moved.
 *
 * @param pools those of the state after, by number
 * @param before how shards are spread; empty when there are none
 * @param hasVolume whether objects and bytes are known
 * @param notes what a person should know
 */
public record Comparison(
        List<PoolRow> pools,
        Optional<Spread> before,
        Optional<Spread> after,
        boolean hasVolume,
        List<String> notes) {

    public Comparison {
        pools = List.copyOf(pools);
        notes = List.copyOf(notes);
    }

    /** A pool, and how much more fits into it before and after: {@code MAX AVAIL}. */
    public record PoolRow(
            PoolMoves moves, OptionalLong maxAvailBefore, OptionalLong maxAvailAfter) {}

    /** With more notes before its own. */
    public Comparison withNotes(List<String> more) {
        List<String> all = new ArrayList<>(more);
        all.addAll(notes);
        return new Comparison(pools, before, after, hasVolume, all);
    }

    /** What moves in all pools together. */
    public Totals totals() {
        return Totals.of(pools.stream().map(PoolRow::moves).toList());
    }

    /**
     * Compares two states.
     *
     * @param newOsds numbers of OSDs that are empty in the state after
     */
    public static Comparison of(Maps before, Maps after, Ints newOsds, ClusterUse use) {
        PlacementPair pair = new PlacementPair(before, after);
        PoolComparer comparer = new PoolComparer(pair, use, newOsds);
        StateFigures figuresBefore = new StateFigures(pair.before(), use, Ints.NONE);
        StateFigures figuresAfter = new StateFigures(pair.after(), use, newOsds);
        List<PoolMoves> moves = new ArrayList<>();
        List<String> notes = new ArrayList<>(use.notes());
        for (Pool pool : after.osdMap().pools()) {
            Optional<Pool> old = before.osdMap().pool(pool.id());
            if (old.isEmpty()) {
                notes.add("pool " + pool.name() + " is only in the state after: not compared");
                continue;
            }
            PlacementPair.Rows rows = pair.rows(old.get(), pool);
            moves.add(comparer.compare(old.get(), pool, rows));
            figuresBefore.add(old.get(), rows.before());
            figuresAfter.add(old.get(), rows.after());
        }
        for (Pool pool : before.osdMap().pools()) {
            if (after.osdMap().pool(pool.id()).isEmpty()) {
                notes.add("pool " + pool.name() + " is only in the state before: not compared");
            }
        }
        List<PoolRow> pools = new ArrayList<>();
        for (PoolMoves each : moves) {
            pools.add(
                    new PoolRow(
                            each,
                            figuresBefore.maxAvail(each.before(), figuresBefore),
                            figuresAfter.maxAvail(each.after(), figuresBefore)));
        }
        return new Comparison(
                pools,
                figuresBefore.spread(figuresBefore),
                figuresAfter.spread(figuresBefore),
                use.isKnown(),
                notes);
    }
}
