package org.maquete.juju.bundle;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * The client asks the controller for the next change.
 *
 * @param ticket of the deployment
 * @param results what the changes before gave: the machine, or nothing
 * @param asked the number under which the controller answers
 */
public record BundleAdvanced(long ticket, List<String> results, long asked) implements Fact {

    public BundleAdvanced {
        results = List.copyOf(results);
    }

    @Override
    public Ref subject() {
        return new Ref("bundle", Long.toString(ticket));
    }

    @Override
    public void encode(Sink sink) {
        sink.number("ticket", ticket).texts("results", results).number("asked", asked);
    }
}
