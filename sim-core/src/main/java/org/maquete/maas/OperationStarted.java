package org.maquete.maas;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * MAAS has begun to do something with a machine.
 *
 * @param brief a commissioning without tests, an erasing that is quick
 */
public record OperationStarted(String hostname, OperationKind kind, boolean brief) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("maas-machine", hostname);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("hostname", hostname).text("kind", kind.name()).flag("brief", brief);
    }
}
