package org.maquete.maas;

import org.maquete.kernel.EventId;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A deployment under way.
 *
 * @param series {@code ubuntu/jammy}
 * @param step where the installer is
 * @param stepDueNs when the step ends, 0 while nothing happens on the machine
 * @param expiresNs when MAAS gives up (the status_expires of the node)
 */
public record Deployment(
        int id,
        String hostname,
        String series,
        DeployStep step,
        long stepDueNs,
        long expiresNs,
        EventId stepEvent,
        EventId expiryEvent)
        implements Row {

    @Override
    public String key() {
        return hostname;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("hostname", hostname)
                .text("series", series)
                .text("step", step.name())
                .number("stepDueNs", stepDueNs)
                .number("expiresNs", expiresNs);
    }
}
