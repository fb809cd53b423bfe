package org.maquete.ceph.status;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.maquete.ceph.crush.Bucket;
import org.maquete.ceph.crush.CrushRule;
import org.maquete.ceph.crush.Step;
import org.maquete.ceph.osdmap.Pool;

/**
 * What a pool holds and how much more it could: in single precision, step by step as the real
 * manager computes it, for the roundings show in what it prints.
 *
 * <p>What could be written is the least, over the OSDs that the pool's rule may take, of an OSD's
 * free space up to the full ratio, divided by the OSD's share of the weight.
 *
 * @param rate bytes on disks for a byte written
 * @param rawAvail bytes on disks that could still be taken
 */
record PoolSpace(
        long stored,
        long objects,
        long used,
        float usedRatio,
        long avail,
        long storedRaw,
        float rate,
        long rawAvail) {

    static PoolSpace of(ClusterSnapshot snapshot, int index) {
        Pool pool = snapshot.map().pools().get(index);
        PoolStatus status = snapshot.pools().get(index);
        PgCounts counts = snapshot.pgs().total(pool.id());
        float rate = rate(snapshot, pool, status);
        long rawAvail = rawAvail(snapshot, pool.crushRule());
        if (counts.copies() > 0) {
            rate *= (float) (counts.copies() - counts.degraded()) / counts.copies();
        }
        boolean isTold = !status.held().equals(PoolStatus.Held.NONE);
        long used = isTold ? status.held().allocatedBytes() : counts.bytes();
        float usedRatio = rawAvail == 0 ? (used == 0 ? 0 : 1) : used;
        if (rawAvail != 0) {
            usedRatio /= usedRatio + rawAvail;
        }
        long stored =
                !isTold
                        ? counts.bytes()
                        : rate == 0 ? 0 : (long) (status.held().storedBytes() / rate);
        long avail = rate == 0 ? 0 : (long) (rawAvail / rate);
        long storedRaw = (long) (stored * rate);
        return new PoolSpace(
                stored, counts.objects(), used, usedRatio, avail, storedRaw, rate, rawAvail);
    }

    /** The size of a replicated pool; shards by data shards of an erasure-coded one. */
    static float rate(ClusterSnapshot snapshot, Pool pool, PoolStatus status) {
        if (pool.shifts()) {
            return pool.size();
        }
        int k = 0;
        int m = 0;
        for (MapSettings.EcProfile profile : snapshot.settings().profiles()) {
            if (profile.name().equals(status.profile())) {
                k = number(profile, "k");
                m = number(profile, "m");
            }
        }
        return k == 0 ? pool.size() : (float) (k + m) / k;
    }

    private static int number(MapSettings.EcProfile profile, String name) {
        for (Named each : profile.settings()) {
            if (each.name().equals(name) && each.value().matches("[0-9]{1,3}")) {
                return Integer.parseInt(each.value());
            }
        }
        return 0;
    }

    private static long rawAvail(ClusterSnapshot snapshot, int rule) {
        float full = snapshot.settings().ratios().full();
        long least = -1;
        TreeMap<Integer, Float> shares = shares(snapshot, rule);
        for (OsdStatus osd : snapshot.osds()) {
            Float share = shares.get(osd.id());
            if (share == null || share == 0 || osd.space().total() == 0) {
                continue;
            }
            double unusable = (double) (osd.space().total() >> 10) * (1.0 - full);
            double avail = Math.max(0.0, (double) (osd.space().avail() >> 10) - unusable) * 1024.0;
            long projected = (long) (avail / (double) share.floatValue());
            least = least < 0 || projected < least ? projected : least;
        }
        return Math.max(0, least);
    }

    /** The share of the weight that each OSD has under what a rule takes. */
    private static TreeMap<Integer, Float> shares(ClusterSnapshot snapshot, int ruleId) {
        TreeMap<Integer, Float> shares = new TreeMap<>();
        List<Step> steps = snapshot.crush().rule(ruleId).map(CrushRule::steps).orElse(List.of());
        for (Step step : steps) {
            if (!(step instanceof Step.Take take)) {
                continue;
            }
            TreeMap<Integer, Float> weights = new TreeMap<>();
            float sum = take.item() >= 0 ? 1.0f : weights(snapshot, take.item(), weights);
            if (take.item() >= 0) {
                weights.put(take.item(), 1.0f);
            }
            weights.forEach((osd, weight) -> shares.merge(osd, weight / sum, Float::sum));
        }
        return shares;
    }

    private static float weights(
            ClusterSnapshot snapshot, int root, TreeMap<Integer, Float> weights) {
        float sum = 0;
        List<Integer> open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            Bucket bucket = snapshot.crush().bucket(open.removeFirst()).orElseThrow();
            for (int i = 0; i < bucket.items().count(); i++) {
                int item = bucket.items().get(i);
                if (item < 0) {
                    open.add(item);
                } else {
                    float weight = bucket.weightsFixed16().get(i) / 65536.0f;
                    weights.put(item, weight);
                    sum += weight;
                }
            }
        }
        return sum;
    }
}
