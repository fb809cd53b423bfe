package org.maquete.maas;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * MAAS has begun to do something with a machine.
 *
 * @param brief a commissioning without tests, an erasing that is quick
 * @param scripts the hardware tests that belong to it
 */
public record OperationStarted(
        String hostname, OperationKind kind, boolean brief, List<String> scripts) implements Fact {

    public OperationStarted {
        scripts = List.copyOf(scripts);
    }

    @Override
    public Ref subject() {
        return new Ref("maas-machine", hostname);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("hostname", hostname).text("kind", kind.name()).flag("brief", brief);
        sink.texts("scripts", scripts);
    }
}
