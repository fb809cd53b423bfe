package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju enable-ha}.
 *
 * @param controller the controller's name
 * @param count how many controllers there shall be; 0 for as many as there are, at least 3
 * @param constraints of new machines, or empty for those of the first
 * @param placement the items of {@code --to}
 */
public record EnableHa(String controller, int count, String constraints, List<String> placement)
        implements Command {

    public EnableHa {
        placement = List.copyOf(placement);
    }

    @Override
    public Ref subject() {
        return new Ref("controller", controller);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("controller", controller).number("count", count);
        sink.text("constraints", constraints).texts("placement", placement);
    }
}
