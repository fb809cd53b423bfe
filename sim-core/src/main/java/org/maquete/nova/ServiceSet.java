package org.maquete.nova;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** An administrator has enabled, disabled or forced down a service. */
public record ServiceSet(
        String binary, String host, boolean disabled, String reason, boolean forcedDown)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("compute service", host);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("binary", binary)
                .text("host", host)
                .flag("disabled", disabled)
                .text("reason", reason)
                .flag("forcedDown", forcedDown);
    }
}
