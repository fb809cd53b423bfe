package org.maquete.juju.bundle;

import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A bundle that is being deployed; gone when it is done, which is within one step.
 *
 * @param ticket of the command; the natural key
 * @param results what the changes so far gave
 * @param waitingFor the number under which the controller answers next
 */
record BundleRun(int id, long ticket, DeployBundle asked, List<String> results, long waitingFor)
        implements Row {

    BundleRun {
        results = List.copyOf(results);
    }

    @Override
    public String key() {
        return Long.toString(ticket);
    }

    BundleRun with(List<String> results, long waitingFor) {
        return new BundleRun(id, ticket, asked, results, waitingFor);
    }

    @Override
    public void encode(Sink sink) {
        sink.number("ticket", ticket).text("asked", asked.model());
        sink.texts("results", results).number("waitingFor", waitingFor);
    }
}
