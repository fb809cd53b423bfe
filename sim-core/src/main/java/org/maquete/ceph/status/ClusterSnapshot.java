package org.maquete.ceph.status;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.osdmap.OsdMap;
import org.maquete.ceph.osdmap.OsdState;
import org.maquete.ceph.osdmap.Pool;

/**
 * A Ceph cluster at one moment, as its monitors and its manager believe it to be: all that the
 * queries of the {@code ceph} client print comes from here. Immutable. Times are nanoseconds since
 * 1970 (UTC).
 *
 * @param fsid the cluster's id
 * @param version of all daemons
 * @param now the moment
 * @param map OSDs up, their reweights, pools with their groups, exceptions
 * @param crush hosts, device classes and weights
 * @param settings flags, ratios, profiles
 * @param osds one for each OSD of the map, by number
 * @param pools one for each pool of the map, by number
 * @param reported checks whose causes have no place here, such as a broken module of the manager
 */
public record ClusterSnapshot(
        String fsid,
        CephVersion version,
        long now,
        MonStatus mons,
        MgrStatus mgr,
        OsdMap map,
        CrushMap crush,
        MapStamps stamps,
        MapSettings settings,
        List<OsdStatus> osds,
        List<PoolStatus> pools,
        PgTable pgs,
        SlowOps slowOps,
        ClientLoad load,
        List<HealthCheck> reported) {

    public ClusterSnapshot {
        osds = List.copyOf(osds);
        pools = List.copyOf(pools);
        reported = List.copyOf(reported);
        check(osds.stream().mapToLong(OsdStatus::id), map.osds().stream().mapToLong(OsdState::id));
        check(pools.stream().mapToLong(PoolStatus::id), map.pools().stream().mapToLong(Pool::id));
    }

    private static void check(LongStream own, LongStream mapped) {
        long[] found = own.toArray();
        long[] expected = mapped.toArray();
        if (!Arrays.equals(expected, found)) {
            String text = "expected " + Arrays.toString(expected) + " as in the map, found ";
            throw new IllegalArgumentException(text + Arrays.toString(found));
        }
    }

    /** What is known of an OSD beside the map. */
    public Optional<OsdStatus> osd(int id) {
        return osds.stream().filter(osd -> osd.id() == id).findFirst();
    }

    /** What is known of a pool beside the map. */
    public Optional<PoolStatus> pool(long id) {
        return pools.stream().filter(pool -> pool.id() == id).findFirst();
    }
}
