package org.maquete.host;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The firmware has started something else than the installed system. */
public record DivertBoot(String host) implements Command {

    @Override
    public Ref subject() {
        return new Ref("host", host);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("host", host);
    }
}
