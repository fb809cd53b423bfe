package org.maquete.ceph.cluster;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** All daemons have this option. */
public record OptionSet(String name, String value) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("option", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).text("value", value);
    }
}
