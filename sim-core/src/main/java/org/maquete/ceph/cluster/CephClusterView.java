package org.maquete.ceph.cluster;

import java.util.List;
import java.util.Optional;
import org.maquete.ceph.osdmap.PgId;
import org.maquete.ceph.status.ClusterSnapshot;
import org.maquete.ceph.status.PgState;
import org.maquete.kernel.SimTime;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/** What others may know of the cluster: what its maps say, and whether its clients are served. */
public final class CephClusterView {

    /** The cluster, once a first monitor has made it. */
    public static final TableKey<ClusterMap> CLUSTER = TableKey.keyed("ceph-cluster.cluster");

    /** Monitors by name. */
    public static final TableKey<Monitor> MONITORS = TableKey.keyed("ceph-cluster.monitor");

    /** OSDs by {@code osd.N}. */
    public static final TableKey<MapOsd> OSDS = TableKey.keyed("ceph-cluster.osd");

    /** Buckets of the CRUSH map by name. */
    public static final TableKey<MapBucket> BUCKETS = TableKey.keyed("ceph-cluster.bucket");

    /** Rules of the CRUSH map by name. */
    public static final TableKey<MapRule> RULES = TableKey.keyed("ceph-cluster.rule");

    /** Pools by name. */
    public static final TableKey<MapPool> POOLS = TableKey.keyed("ceph-cluster.pool");

    /** What pools hold, by name. */
    public static final TableKey<PoolContent> CONTENTS = TableKey.keyed("ceph-cluster.content");

    /** Groups that are not simply well, by {@code 2.1f}. */
    public static final TableKey<Pg> PGS = TableKey.keyed("ceph-cluster.pg");

    /** Options that are not the default, by name. */
    public static final TableKey<Option> OPTIONS = TableKey.keyed("ceph-cluster.option");

    // 1767600000 s since 1970: when simulated time begins, as in the OpenStack clients
    private static final long START_NS = 1_767_600_000L * SimTime.SECOND;

    private CephClusterView() {}

    /** Whether there is a cluster. */
    public static boolean isFounded(World world) {
        return new ClusterState(world).isFounded();
    }

    /** Whether the monitors are a majority, so that clients are answered. */
    public static boolean hasQuorum(World world) {
        return Truth.canCommit(world);
    }

    /** All about the cluster at this moment; there is one ({@link #isFounded}). */
    public static ClusterSnapshot snapshot(World world, long nowNs) {
        return new Snapshot(new ClusterState(world), nowNs).take();
    }

    /** Simulated time as clocks show it, in nanoseconds since 1970. */
    public static long unixNs(long simNs) {
        return START_NS + simNs;
    }

    /** The pool of that name. */
    public static Optional<MapPool> pool(World world, String name) {
        return world.table(POOLS).find(name);
    }

    /** The OSD of that number. */
    public static Optional<MapOsd> osd(World world, int number) {
        return new ClusterState(world).osd(number);
    }

    /** The OSDs of a host. */
    public static List<MapOsd> osds(World world, String host) {
        return world.table(OSDS).where(osd -> osd.seat().host().equals(host));
    }

    /**
     * Whether some write to a pool would wait now: a group is not active, or one that serves it
     * does not answer, or is full. A pool that does not exist serves nobody.
     */
    public static boolean isBlocked(World world, String pool) {
        return BlockedPools.isBlocked(world, pool);
    }

    /** The states of a group: {@code active+clean}. */
    public static String states(World world, PgId pg) {
        return world.table(PGS)
                .find(pg.toString())
                .map(row -> PgState.text(row.at().states()))
                .orElse("active+clean");
    }
}
