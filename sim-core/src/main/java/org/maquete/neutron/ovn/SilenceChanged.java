package org.maquete.neutron.ovn;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * The silence of a chassis has begun, or has come to its next phase.
 *
 * @param due the end of this phase, if it has one
 */
public record SilenceChanged(
        String chassis, Silence.Phase phase, long sinceNs, long claimNs, long doneNs, EventId due)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("chassis", chassis);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("chassis", chassis)
                .text("phase", phase.name())
                .number("sinceNs", sinceNs)
                .number("claimNs", claimNs)
                .number("doneNs", doneNs);
    }
}
