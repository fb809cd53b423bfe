package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju bootstrap}: a controller on a machine of its own. Answers when it is there.
 *
 * @param controller the controller's name
 * @param base {@code ubuntu@22.04}, or empty for the default of Juju
 * @param constraints of the controller machine, as typed: {@code tags=juju}
 * @param settings {@code --config}, as typed
 */
public record Bootstrap(
        String cloud, String controller, String base, String constraints, List<Setting> settings)
        implements Command {

    public Bootstrap {
        settings = List.copyOf(settings);
    }

    @Override
    public Ref subject() {
        return new Ref("controller", controller);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("cloud", cloud).text("controller", controller).text("base", base);
        sink.text("constraints", constraints);
        sink.texts("settings", settings.stream().map(Setting::toString).toList());
    }
}
