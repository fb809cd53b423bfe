package org.maquete.maas;

import java.util.List;
import org.maquete.kernel.EventId;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * Something that MAAS is doing with a machine.
 *
 * @param before the status to go back to when the machine cannot be switched
 * @param brief a commissioning without tests, an erasing that is quick
 * @param scripts the hardware tests that belong to it
 * @param stepDueNs when the step ends, 0 while nothing happens on the machine
 * @param expiresNs when MAAS gives up, 0 for never
 */
public record Operation(
        int id,
        String hostname,
        OperationKind kind,
        NodeStatus before,
        boolean brief,
        List<String> scripts,
        OperationStep step,
        long stepDueNs,
        long expiresNs,
        EventId stepEvent,
        EventId expiryEvent)
        implements Row {

    public Operation {
        scripts = List.copyOf(scripts);
    }

    @Override
    public String key() {
        return hostname;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("hostname", hostname)
                .text("kind", kind.name())
                .text("before", before.name())
                .flag("brief", brief)
                .texts("scripts", scripts)
                .text("step", step.name())
                .number("stepDueNs", stepDueNs)
                .number("expiresNs", expiresNs);
    }

    Operation at(OperationStep newStep, long dueNs, EventId due) {
        return new Operation(
                id,
                hostname,
                kind,
                before,
                brief,
                scripts,
                newStep,
                dueNs,
                expiresNs,
                due,
                expiryEvent);
    }

    Operation expiring(long newExpiresNs, EventId expiry) {
        return new Operation(
                id,
                hostname,
                kind,
                before,
                brief,
                scripts,
                step,
                stepDueNs,
                newExpiresNs,
                stepEvent,
                expiry);
    }
}
