package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju deploy} of a charm.
 *
 * @param model the model's key, {@code controller:name}
 * @param charm the charm's name
 * @param application its name in the model, or empty for the name of the charm
 * @param units {@code -n}
 * @param placement the items of {@code --to}
 * @param channel or empty for the default of the charm
 * @param base {@code ubuntu@22.04}, or empty for the default
 * @param constraints as typed, separated by blanks, or empty
 * @param settings of {@code --config}; values as {@code juju config} prints them
 * @param bindings of {@code --bind}
 */
public record DeployApplication(
        String model,
        String charm,
        String application,
        int units,
        List<String> placement,
        String channel,
        String base,
        String constraints,
        List<Setting> settings,
        List<Binding> bindings)
        implements Command {

    public DeployApplication {
        placement = List.copyOf(placement);
        settings = List.copyOf(settings);
        bindings = List.copyOf(bindings);
    }

    /** One whose endpoints are bound to nothing. */
    public DeployApplication(
            String model,
            String charm,
            String application,
            int units,
            List<String> placement,
            String channel,
            String base,
            String constraints,
            List<Setting> settings) {
        this(
                model,
                charm,
                application,
                units,
                placement,
                channel,
                base,
                constraints,
                settings,
                List.of());
    }

    @Override
    public Ref subject() {
        return new Ref("application", application.isEmpty() ? charm : application);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("charm", charm).text("application", application);
        sink.number("units", units).texts("placement", placement).text("channel", channel);
        sink.text("base", base).text("constraints", constraints);
        sink.texts("settings", settings.stream().map(Setting::toString).toList());
        sink.texts("bindings", bindings.stream().map(Binding::toString).toList());
    }
}
