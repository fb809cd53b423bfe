package org.maquete.ceph.placement;

import java.util.ArrayList;
import java.util.List;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.osdmap.Exceptions;
import org.maquete.ceph.osdmap.OsdMap;
import org.maquete.ceph.osdmap.OsdMapReplay.Maps;
import org.maquete.ceph.osdmap.OsdState;
import org.maquete.ceph.osdmap.Pool;
import org.maquete.world.Ints;

/**
 * The question of the benchmarks: a host is out of a cluster with one pool. The pool's number is 0
 * and it has no {@code hashpspool}, so its groups hash the inputs that crushtool hashes.
 */
final class HostOut {

    private static final Pool POOL = new Pool(0, "pool", 1, 3, 2, 0, 2, 32_768, 32_768, false);

    private final Maps before;
    private final Maps byTree;
    private final Maps byReweight;
    private final ClusterUse use;

    HostOut(CrushMap whole, CrushMap without, String host) {
        List<OsdState> osds = new ArrayList<>();
        for (int osd = 0; osd < whole.deviceCountMax(); osd++) {
            osds.add(new OsdState(osd, true, OsdState.ONE, OsdState.ONE));
        }
        OsdMap map = new OsdMap(1, osds.size(), osds, List.of(POOL), Exceptions.NONE);
        before = new Maps(map, whole);
        byTree = new Maps(map, without);
        byReweight = Changes.apply(before, List.of(new Change.Out(host))).maps().orElseThrow();
        use = ClusterUse.unknown(map, "{}");
    }

    /** The host weighs nothing in the tree: what {@code crushtool --compare} can be asked. */
    Comparison byTree() {
        return Comparison.of(before, byTree, Ints.NONE, use);
    }

    /** Its OSDs are marked out, as an operator does it. */
    Comparison byReweight() {
        return Comparison.of(before, byReweight, Ints.NONE, use);
    }

    /** How many of some groups are mapped otherwise; for one of several threads. */
    long remapped(int from, int to) {
        PlacementPair.Rows rows = new PlacementPair(before, byTree).part(POOL, from, to);
        int[] old = rows.before().up();
        int[] now = rows.after().up();
        long count = 0;
        for (int at = 0; at < old.length; at += POOL.size()) {
            boolean isSame = true;
            for (int place = at; place < at + POOL.size(); place++) {
                isSame &= old[place] == now[place];
            }
            count += isSame ? 0 : 1;
        }
        return count;
    }

    int groupCount() {
        return POOL.pgNum();
    }
}
