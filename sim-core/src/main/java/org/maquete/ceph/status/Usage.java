package org.maquete.ceph.status;

import java.util.TreeMap;
import org.maquete.ceph.osdmap.OsdState;
import org.maquete.world.Ints;

/** Sums over OSDs and placement groups that several answers need. */
final class Usage {

    private Usage() {}

    /** What all OSDs reported together. */
    static Space total(ClusterSnapshot snapshot) {
        Space total = Space.NONE;
        for (OsdStatus osd : snapshot.osds()) {
            total = total.plus(osd.space());
        }
        return total;
    }

    /** OSDs that are up. */
    static long upCount(ClusterSnapshot snapshot) {
        return snapshot.map().osds().stream().filter(OsdState::isUp).count();
    }

    /** OSDs that are in. */
    static long inCount(ClusterSnapshot snapshot) {
        return snapshot.map().osds().stream().filter(osd -> osd.weightFixed16() > 0).count();
    }

    /** How many groups an OSD should have or serves, by OSD. */
    static TreeMap<Integer, Integer> pgsByOsd(PgTable pgs) {
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        for (int i = 0; i < pgs.count(); i++) {
            PgPlace place = pgs.place(i);
            count(place.acting(), Ints.NONE, counts);
            count(place.up(), place.acting(), counts);
        }
        return counts;
    }

    private static void count(Ints osds, Ints counted, TreeMap<Integer, Integer> counts) {
        for (int i = 0; i < osds.count(); i++) {
            int osd = osds.get(i);
            if (counted.stream().noneMatch(other -> other == osd)) {
                counts.merge(osd, 1, Integer::sum);
            }
        }
    }
}
