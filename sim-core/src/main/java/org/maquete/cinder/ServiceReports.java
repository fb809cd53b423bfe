package org.maquete.cinder;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A program of this name reports again.
 *
 * @param lastSeenNs when it had reported for the last time before
 */
public record ServiceReports(String binary, long lastSeenNs) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("volume service", binary);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("binary", binary).number("lastSeenNs", lastSeenNs);
    }
}
