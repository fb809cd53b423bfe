package org.maquete.nova;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A service of Nova does not report any more.
 *
 * @param lastSeenNs when it did for the last time
 */
public record ServiceLost(String binary, String host, long lastSeenNs) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("compute service", host);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("binary", binary).text("host", host).number("lastSeenNs", lastSeenNs);
    }
}
