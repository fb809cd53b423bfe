package org.maquete.ceph.cluster;

import org.maquete.ceph.crush.Bucket;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/** A bucket of the CRUSH map. */
public record MapBucket(int id, Bucket bucket) implements Row {

    @Override
    public String key() {
        return bucket.name();
    }

    @Override
    public void encode(Sink sink) {
        encode(bucket, sink);
    }

    static void encode(Bucket bucket, Sink sink) {
        sink.number("bucket", bucket.id())
                .text("name", bucket.name())
                .number("type", bucket.type())
                .text("algorithm", bucket.algorithm().word())
                .ints("items", bucket.items())
                .ints("weightsFixed16", bucket.weightsFixed16());
    }
}
