package org.maquete.juju;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * The provider has given a machine.
 *
 * @param hostname its name in {@code host}
 * @param hardware as status prints it
 */
public record InstanceFound(
        String model,
        String machine,
        String instanceId,
        String hostname,
        String hardware,
        String zone)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("machine", machine);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("machine", machine).text("instanceId", instanceId);
        sink.text("hostname", hostname).text("hardware", hardware).text("zone", zone);
    }
}
