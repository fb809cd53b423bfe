package org.maquete.ceph.cluster;

import org.maquete.ceph.crush.Algorithm;
import org.maquete.ceph.crush.Bucket;
import org.maquete.world.Ints;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A bucket of the CRUSH map.
 *
 * @param number its id there, below 0
 */
public record MapBucket(
        int id,
        int number,
        String name,
        int type,
        Algorithm algorithm,
        Ints items,
        Ints weightsFixed16)
        implements Row {

    static MapBucket of(int id, Bucket bucket) {
        return new MapBucket(
                id,
                bucket.id(),
                bucket.name(),
                bucket.type(),
                bucket.algorithm(),
                bucket.items(),
                bucket.weightsFixed16());
    }

    /** The bucket. */
    public Bucket bucket() {
        return new Bucket(number, name, type, algorithm, items, weightsFixed16);
    }

    @Override
    public String key() {
        return name;
    }

    @Override
    public void encode(Sink sink) {
        sink.number("number", number)
                .text("name", name)
                .number("type", type)
                .text("algorithm", algorithm.word())
                .ints("items", items)
                .ints("weightsFixed16", weightsFixed16);
    }
}
