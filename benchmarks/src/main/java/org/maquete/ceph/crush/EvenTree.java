package org.maquete.ceph.crush;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.maquete.world.Ints;

/** Trees of straw2 buckets as {@code crushtool --build} makes them: all devices weigh 1. */
public enum EvenTree {
    /** 3 hosts of 1 OSD. */
    LAB_3(3, 1, 0),
    /** 10 racks of 10 hosts of 10 OSDs. */
    RACKS_1000(1000, 10, 10),
    /** 100 hosts of 10 OSDs. */
    FLAT_1000(1000, 10, 0),
    /** 25 racks of 20 hosts of 20 OSDs. */
    RACKS_10000(10_000, 20, 20);

    private static final int ONE = 0x10000; // <1>: 16.16 fixed point

    private final int devices;
    private final int devicesByHost;
    private final int hostsByRack; // 0 without racks

    EvenTree(int devices, int devicesByHost, int hostsByRack) {
        this.devices = devices;
        this.devicesByHost = devicesByHost;
        this.hostsByRack = hostsByRack;
    }

    /** The map, with rule 0: as many copies as asked for, each on another host. */
    CrushMap map() {
        List<Device> all = new ArrayList<>();
        List<Integer> below = new ArrayList<>();
        for (int i = 0; i < devices; i++) {
            all.add(new Device(i, "osd." + i, ""));
            below.add(i);
        }
        List<BucketType> types = new ArrayList<>(List.of(new BucketType(0, "osd")));
        List<Bucket> buckets = new ArrayList<>();
        int[] fanOuts = {devicesByHost, hostsByRack};
        int levels = hostsByRack > 0 ? 2 : 1;
        int itemWeight = ONE;
        for (int level = 0; level <= levels; level++) {
            boolean isRoot = level == levels;
            types.add(new BucketType(level + 1, isRoot ? "root" : "level" + level));
            int fanOut = isRoot ? below.size() : fanOuts[level];
            List<Integer> above = new ArrayList<>();
            for (int from = 0; from < below.size(); from += fanOut) {
                List<Integer> items = below.subList(from, from + fanOut);
                int id = -1 - buckets.size();
                above.add(id);
                buckets.add(
                        new Bucket(
                                id,
                                "bucket" + buckets.size(),
                                level + 1,
                                Algorithm.STRAW2,
                                Ints.of(items.stream().mapToInt(Integer::intValue).toArray()),
                                weights(fanOut, itemWeight)));
            }
            itemWeight *= fanOut;
            below = above;
        }
        Step take = new Step.Take(below.getFirst());
        Step choose = new Step.Choose(true, true, 0, 1);
        List<Step> steps = List.of(take, choose, new Step.Emit());
        CrushRule rule = new CrushRule(0, "r", CrushRule.REPLICATED, 1, 10, steps);
        return new CrushMap(all, types, buckets, List.of(rule), Tunables.JEWEL, List.of());
    }

    private static Ints weights(int count, int weight) {
        int[] weights = new int[count];
        Arrays.fill(weights, weight);
        return Ints.of(weights);
    }
}
