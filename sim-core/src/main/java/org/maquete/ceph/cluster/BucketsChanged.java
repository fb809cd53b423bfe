package org.maquete.ceph.cluster;

import java.util.List;
import org.maquete.ceph.crush.Bucket;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** These buckets are new or hold other items, or weigh otherwise. */
public record BucketsChanged(List<Bucket> buckets) implements Fact {

    public BucketsChanged {
        buckets = List.copyOf(buckets);
    }

    @Override
    public Ref subject() {
        return new Ref("crush", "map");
    }

    @Override
    public void encode(Sink sink) {
        sink.number("count", buckets.size());
        for (Bucket bucket : buckets) {
            MapBucket.of(0, bucket).encode(sink);
        }
    }
}
