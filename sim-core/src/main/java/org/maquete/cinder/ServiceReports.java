package org.maquete.cinder;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A program of this name reports again.
 *
 * @param silentNs when it had ended before
 */
public record ServiceReports(String binary, long silentNs) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("volume service", binary);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("binary", binary).number("silentNs", silentNs);
    }
}
