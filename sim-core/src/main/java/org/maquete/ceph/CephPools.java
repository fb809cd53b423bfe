package org.maquete.ceph;

import java.util.ArrayList;
import java.util.List;

/**
 * The pools that the charms of clients ask the monitors for, with their numbers of groups.
 *
 * <p>A client names a pool and its share of all data; the monitors' charm makes of it a power of
 * two: groups for each OSD, times OSDs, times the share, divided by the copies.
 */
final class CephPools {

    // <percent of the data, pool>: charm-ceph-radosgw stable/quincy.2, hooks/ceph_rgw.py
    private static final List<String> LIGHT =
            List.of(
                    "control",
                    "data.root",
                    "gc",
                    "log",
                    "intent-log",
                    "meta",
                    "otp",
                    "usage",
                    "users.keys",
                    "users.email",
                    "users.swift",
                    "users.uid");
    private static final double LIGHT_WEIGHT = 0.1; // <percent>: as above
    private static final double INDEX_WEIGHT = 3; // <percent>: as above
    private static final double EXTRA_WEIGHT = 1; // <percent>: as above
    private static final int PG_NUM_MIN = 2; // <groups>: charmhelpers, storage/linux/ceph.py
    private static final int AUTOSCALED_MIN = 32; // <groups>: as above, the most for pg_num_min

    private CephPools() {}

    /**
     * What a client asks for.
     *
     * @param application who uses it: {@code rbd} or {@code rgw}
     * @param weight its share of all data in percent
     * @param copies its size
     */
    record Wish(String pool, String application, double weight, int copies) {}

    /** The pools of ceph-radosgw for the zone {@code default}. */
    static List<Wish> ofGateway(int dataWeight, int copies) {
        List<Wish> wishes = new ArrayList<>();
        wishes.add(gateway("buckets.data", dataWeight, copies));
        wishes.add(gateway("buckets.index", INDEX_WEIGHT, copies));
        wishes.add(gateway("buckets.extra", EXTRA_WEIGHT, copies));
        LIGHT.forEach(name -> wishes.add(gateway(name, LIGHT_WEIGHT, copies)));
        return wishes;
    }

    private static Wish gateway(String name, double weight, int copies) {
        return new Wish("default.rgw." + name, "rgw", weight, copies);
    }

    /**
     * The number of groups: charmhelpers, contrib/storage/linux/ceph.py, get_pgs.
     *
     * @param osdCount expected or there, the larger
     * @param pgsPerOsd the option of that name
     */
    static int pgNum(Wish wish, int osdCount, int pgsPerOsd) {
        int wanted = (int) Math.floor(pgsPerOsd * osdCount * (wish.weight() / 100) / wish.copies());
        if (wanted < PG_NUM_MIN) {
            return PG_NUM_MIN;
        }
        int below = Integer.highestOneBit(wanted);
        return wanted - below > wanted * 0.25 ? 2 * below : below;
    }

    /** Below this the autoscaler does not go. */
    static int pgNumMin(int pgNum) {
        return Math.min(AUTOSCALED_MIN, pgNum);
    }
}
