package org.maquete.ceph.cluster;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The first monitor made the cluster. */
public record ClusterFounded(String fsid) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("cluster", "ceph");
    }

    @Override
    public void encode(Sink sink) {
        sink.text("fsid", fsid);
    }
}
