package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * The endpoints of an application are bound to these spaces. None is named when all are bound to
 * {@code alpha}.
 */
public record EndpointsBound(String model, String application, List<Binding> bindings)
        implements Fact {

    public EndpointsBound {
        bindings = List.copyOf(bindings);
    }

    @Override
    public Ref subject() {
        return new Ref("application", application);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("application", application);
        sink.texts("bindings", bindings.stream().map(Binding::toString).toList());
    }
}
