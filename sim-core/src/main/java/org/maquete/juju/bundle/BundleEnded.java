package org.maquete.juju.bundle;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * The client has made all changes of a bundle, or one was refused.
 *
 * @param ticket of the deployment
 * @param error the refusal, or empty
 */
public record BundleEnded(long ticket, String error) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("bundle", Long.toString(ticket));
    }

    @Override
    public void encode(Sink sink) {
        sink.number("ticket", ticket).text("error", error);
    }
}
