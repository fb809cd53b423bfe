package org.maquete.juju;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A controller is being made.
 *
 * @param version of the agents
 * @param ticket who waits for the end
 */
public record BootstrapStarted(
        String controller, String cloud, String region, String version, long ticket)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("controller", controller);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("controller", controller).text("cloud", cloud).text("region", region);
        sink.text("version", version).number("ticket", ticket);
    }
}
