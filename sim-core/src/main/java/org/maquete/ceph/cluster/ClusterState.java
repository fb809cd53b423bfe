package org.maquete.ceph.cluster;

import java.util.Optional;
import org.maquete.ceph.status.MapFlag;
import org.maquete.world.Table;
import org.maquete.world.World;

/** The rows of the cluster, for reading. */
record ClusterState(World world) {

    /** Whether a first monitor has made the cluster. */
    boolean isFounded() {
        return world.table(CephClusterView.CLUSTER).count() > 0;
    }

    ClusterMap map() {
        return world.table(CephClusterView.CLUSTER).get(0);
    }

    Table<MapOsd> osds() {
        return world.table(CephClusterView.OSDS);
    }

    Optional<MapOsd> osd(int number) {
        return osds().find("osd." + number);
    }

    Table<Monitor> monitors() {
        return world.table(CephClusterView.MONITORS);
    }

    Table<MapBucket> buckets() {
        return world.table(CephClusterView.BUCKETS);
    }

    Table<MapRule> rules() {
        return world.table(CephClusterView.RULES);
    }

    Table<MapPool> pools() {
        return world.table(CephClusterView.POOLS);
    }

    Table<Pg> pgs() {
        return world.table(CephClusterView.PGS);
    }

    Optional<PoolContent> content(String pool) {
        return world.table(CephClusterView.CONTENTS).find(pool);
    }

    boolean has(MapFlag flag) {
        return map().has(flag);
    }

    /** An option, or its default. */
    double option(Options option) {
        return world.table(CephClusterView.OPTIONS)
                .find(option.word())
                .map(row -> Double.parseDouble(row.value()))
                .orElse(option.value());
    }

    long optionNs(Options option) {
        return Math.round(option(option) * 1e9);
    }
}
