package org.maquete.maas;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Asks for the cheapest Ready machine that meets constraints.
 *
 * @param request the name by which the issuer knows the fact that follows
 * @param agentName the UUID of the Juju model
 */
public record AllocateMachine(String request, AllocationConstraints constraints, String agentName)
        implements Command {

    @Override
    public Ref subject() {
        return new Ref("maas-request", request);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("request", request)
                .text("constraints", constraints.text())
                .text("agentName", agentName);
    }
}
