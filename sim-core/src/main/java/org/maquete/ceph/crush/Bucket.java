package org.maquete.ceph.crush;

import org.maquete.world.Ints;

/**
 * A node of the tree: a host, a rack, a root.
 *
 * @param id below 0
 * @param name unique; {@code default~hdd} for the part of {@code default} with devices of class hdd
 * @param type the number of its type
 * @param items ids of devices (from 0) and buckets (below 0)
 * @param weightsFixed16 of the items, in 65,536ths
 */
public record Bucket(
        int id, String name, int type, Algorithm algorithm, Ints items, Ints weightsFixed16) {

    public Bucket {
        if (id >= 0 || items.count() != weightsFixed16.count()) {
            throw new IllegalArgumentException("bucket " + name + " id " + id + " items " + items);
        }
    }

    /** The sum of the items' weights, in 65,536ths. */
    public long weightFixed16() {
        long sum = 0;
        for (int i = 0; i < weightsFixed16.count(); i++) {
            sum += Integer.toUnsignedLong(weightsFixed16.get(i));
        }
        return sum;
    }

    /** Whether it is the part of another bucket that has devices of one class. */
    public boolean isShadow() {
        return name.indexOf('~') >= 0;
    }

    /** The bucket of which it is a part; its own name when it is no part. */
    public String ownerName() {
        return isShadow() ? name.substring(0, name.indexOf('~')) : name;
    }

    /** The device class of a part; empty for a whole. */
    public String className() {
        return isShadow() ? name.substring(name.indexOf('~') + 1) : "";
    }
}
