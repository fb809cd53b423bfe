package org.maquete.host;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Sets the clock of a machine or instance wrong by so much; 0 sets it right. */
public record SkewClock(String host, long offsetNs) implements Command {

    @Override
    public Ref subject() {
        return new Ref("host", host);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("host", host).number("offsetNs", offsetNs);
    }
}
