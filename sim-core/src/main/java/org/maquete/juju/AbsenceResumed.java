package org.maquete.juju;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * The absence of an agent was found in an observed state; nothing has happened.
 *
 * @param restarted whether its system has stopped since it had one
 * @param returning whether it is on its way back
 * @param due the pending return, or the instant at which the controller misses it
 */
public record AbsenceResumed(
        String model, String machine, boolean restarted, boolean returning, EventId due)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("machine", machine);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model)
                .text("machine", machine)
                .flag("restarted", restarted)
                .flag("returning", returning);
    }
}
