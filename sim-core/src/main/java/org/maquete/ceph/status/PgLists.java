package org.maquete.ceph.status;

import org.maquete.ceph.osdmap.PgMapping;
import org.maquete.world.Ints;

/** Sets of OSDs as texts. */
final class PgLists {

    private PgLists() {}

    /** {@code [2,0,1]}. */
    static String brackets(Ints osds) {
        return "[" + PgMapping.joined(osds, "") + "]";
    }
}
