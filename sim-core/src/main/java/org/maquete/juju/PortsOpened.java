package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A unit has opened ports.
 *
 * @param ports all that are open now, in order
 */
public record PortsOpened(String model, String unit, List<String> ports) implements Fact {

    public PortsOpened {
        ports = List.copyOf(ports);
    }

    @Override
    public Ref subject() {
        return new Ref("unit", unit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("unit", unit).texts("ports", ports);
    }
}
