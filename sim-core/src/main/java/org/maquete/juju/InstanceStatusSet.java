package org.maquete.juju;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * What the provider says about a machine.
 *
 * @param current pending, allocating, running, provisioning error
 */
public record InstanceStatusSet(String model, String machine, String current, String message)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("machine", machine);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("machine", machine).text("current", current);
        sink.text("message", message);
    }
}
