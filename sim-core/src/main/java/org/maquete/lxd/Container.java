package org.maquete.lxd;

import org.maquete.kernel.EventId;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A container on a host, or one that is being created there.
 *
 * @param name its instance name, unique in the whole lab: {@code juju-df2f3d-0-lxd-0}
 * @param base what its image is: {@code ubuntu@22.04}
 * @param step where the creation is; the last step once it exists
 * @param message the last progress message of its creation
 * @param stepDueNs when the step ends, 0 without one
 * @param sinceNs when it got its present state
 * @param createdNs when it was made, 0 before
 */
public record Container(
        int id,
        String name,
        String host,
        String base,
        ContainerState state,
        CreationStep step,
        String message,
        long stepDueNs,
        EventId stepEvent,
        long sinceNs,
        long createdNs)
        implements Row {

    @Override
    public String key() {
        return name;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name)
                .text("host", host)
                .text("base", base)
                .text("state", state.name())
                .text("step", step.name())
                .text("message", message)
                .number("stepDueNs", stepDueNs)
                .number("sinceNs", sinceNs)
                .number("createdNs", createdNs);
    }
}
