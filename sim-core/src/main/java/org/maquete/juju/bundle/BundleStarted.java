package org.maquete.juju.bundle;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A client has begun to deploy a bundle.
 *
 * @param ticket the number of the command, which is answered at the end
 */
public record BundleStarted(long ticket, DeployBundle asked) implements Fact {

    @Override
    public Ref subject() {
        return asked.subject();
    }

    @Override
    public void encode(Sink sink) {
        sink.number("ticket", ticket).text("asked", asked.model());
        sink.number("changes", asked.changes().size());
    }
}
