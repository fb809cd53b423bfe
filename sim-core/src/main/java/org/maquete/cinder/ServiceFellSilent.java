package org.maquete.cinder;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The last of the programs of this name reports no more. */
public record ServiceFellSilent(String binary, long lastSeenNs) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("volume service", binary);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("binary", binary).number("lastSeenNs", lastSeenNs);
    }
}
