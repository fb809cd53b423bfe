package org.maquete.ceph.cluster;

import java.util.Optional;
import org.maquete.ceph.osdmap.PgId;
import org.maquete.ceph.osdmap.PgMapping;
import org.maquete.ceph.status.Fullness;
import org.maquete.ceph.status.MapFlag;
import org.maquete.ceph.status.PgState;
import org.maquete.world.Ints;

/**
 * Whether a client's write to a group would be carried out. It is not when the group is not active,
 * when one that serves it does not answer though the map has it as up, when one is full, or when
 * the map pauses writes. The client then waits.
 */
final class ClientAccess {

    private ClientAccess() {}

    static boolean blocks(PgLedger ledger, MapPool pool, PgId id) {
        ClusterState state = ledger.state();
        Optional<PgCondition> group = ledger.find(id);
        if (state.has(MapFlag.PAUSEWR)
                || (group.isEmpty() && pool.made().activeNs() == 0)
                || (group.isPresent() && !PgState.ACTIVE.in(group.get().states()))) {
            return true;
        }
        Ints acting;
        if (group.isPresent()) {
            acting = group.get().place().acting();
        } else {
            PgMapping at = ledger.draft().mapper().map(pool.placed(), id.seed());
            if (PgStates.count(at.up()) < pool.settings().minSize()) {
                return true;
            }
            acting = at.up();
        }
        for (int i = 0; i < acting.count(); i++) {
            if (acting.get(i) != PgCondition.NONE && !takes(acting.get(i), state)) {
                return true;
            }
        }
        return false;
    }

    private static boolean takes(int number, ClusterState state) {
        return state.osd(number)
                .filter(osd -> Truth.answers(state.world(), osd))
                .filter(osd -> osd.belief().fullness() != Fullness.FULL)
                .isPresent();
    }
}
