package org.maquete.juju;

import org.maquete.kernel.Event;
import org.maquete.kernel.Lane;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * The provisioner asks for a machine again.
 *
 * @param attempt how many rounds through all zones have failed
 * @param failed the zones that have failed in this round, with commas
 */
record ProvisioningDue(String model, String machine, int attempt, String failed) implements Event {

    /** A new round. */
    ProvisioningDue(String model, String machine, int attempt) {
        this(model, machine, attempt, "");
    }

    @Override
    public Lane lane() {
        return Lane.WORK;
    }

    @Override
    public Ref target() {
        return new Ref("machine", machine);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("machine", machine).number("attempt", attempt);
        sink.text("failed", failed);
    }
}
