package org.maquete.host;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The clock of a host, and of all containers on it, differs by this much from true time. */
public record ClockSkewed(String host, long offsetNs) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("host", host);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("host", host).number("offsetNs", offsetNs);
    }
}
