package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju bind}.
 *
 * @param model the model's key
 * @param bindings what was typed
 * @param force whether spaces may be missing on machines of the application
 */
public record BindEndpoints(String model, String application, List<Binding> bindings, boolean force)
        implements Command {

    public BindEndpoints {
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
        sink.flag("force", force);
    }
}
