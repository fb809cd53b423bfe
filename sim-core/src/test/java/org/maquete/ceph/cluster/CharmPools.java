package org.maquete.ceph.cluster;

/** The pools of charmed OpenStack: weights and the formula of charmhelpers' get_pgs. */
final class CharmPools {

    private CharmPools() {}

    static void make(CephBench bench, int osdCount) {
        make(bench, "glance", 5, osdCount);
        bench.ask(new PoolCreate("device_health_metrics", 1, 1));
        make(bench, "cinder-ceph", 40, osdCount);
        make(bench, "default.rgw.buckets.data", 20, osdCount);
        make(bench, "default.rgw.buckets.index", 3, osdCount);
        make(bench, "default.rgw.buckets.extra", 1, osdCount);
        String light =
                "control data.root gc log intent-log meta otp usage users.keys users.email"
                        + " users.swift users.uid";
        for (String name : light.split(" ", -1)) {
            make(bench, "default.rgw." + name, 0.1, osdCount);
        }
    }

    private static void make(CephBench bench, String name, double weight, int osdCount) {
        int pgNum = pgNum(weight, osdCount);
        bench.ask(new PoolCreate(name, pgNum, Math.min(32, pgNum)));
    }

    /** 100 for each OSD, by weight and three copies; a power of two, the nearest below or above. */
    private static int pgNum(double percent, int osdCount) {
        int groups = (int) Math.max(2, 100 * osdCount * percent / 100 / 3);
        int power = Integer.highestOneBit(groups);
        return groups - power > groups / 4 ? 2 * power : power;
    }
}
