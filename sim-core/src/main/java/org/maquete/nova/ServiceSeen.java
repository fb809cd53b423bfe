package org.maquete.nova;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A service of Nova reports again. */
public record ServiceSeen(String binary, String host) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("compute service", host);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("binary", binary).text("host", host);
    }
}
