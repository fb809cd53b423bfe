package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju add-unit}.
 *
 * @param model the model's key, {@code controller:name}
 * @param count {@code -n}
 * @param placement the items of {@code --to}
 */
public record AddUnit(String model, String application, int count, List<String> placement)
        implements Command {

    public AddUnit {
        placement = List.copyOf(placement);
    }

    @Override
    public Ref subject() {
        return new Ref("application", application);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("application", application).number("count", count);
        sink.texts("placement", placement);
    }
}
