package org.maquete.ceph.cluster;

import java.util.Optional;
import org.maquete.ceph.osdmap.PgId;
import org.maquete.ceph.osdmap.PgMapper;
import org.maquete.ceph.osdmap.PgMapping;
import org.maquete.ceph.osdmap.Pool;

/**
 * New groups of a pool. A new group begins with what its parent has, on the same OSDs; the map may
 * want it elsewhere. A parent that is whole while the split happens is enough to know it.
 */
final class Splitting {

    private final MapPool pool;
    private final PgLedger ledger;
    private final Pool after;
    private final PgMapper oldMapper;
    private final PgMapper newMapper;

    Splitting(MapPool pool, PoolSettings settings, PgLedger ledger) {
        this.pool = pool;
        this.ledger = ledger;
        MapPool grown = pool.with(settings);
        this.after = grown.placed();
        this.oldMapper = ledger.draft().mapper();
        ledger.draft().put(grown);
        this.newMapper = ledger.draft().mapper();
    }

    /** A new group, not yet heard of. */
    PgCondition child(int seed, int epoch) {
        int parentSeed = pool.placed().group(seed).seed();
        Optional<PgCondition> known = ledger.find(new PgId(pool.pool(), parentSeed));
        PgCondition parent =
                known.orElseGet(() ->
                        ledger.well(pool, parentSeed, oldMapper.map(pool.placed(), parentSeed)));
        PgMapping at = newMapper.map(after, seed);
        return new PgCondition(
                pool.pool(),
                seed,
                epoch,
                PgCondition.Place.at(at.up(), at.upPrimary()),
                parent.served(),
                parent.copies(),
                PgPhase.PEERING,
                0,
                parent.stamps(),
                PgCondition.Copying.NOTHING);
    }
}
