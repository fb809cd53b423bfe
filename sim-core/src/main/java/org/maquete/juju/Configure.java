package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju config} with values.
 *
 * @param model the model's key, {@code controller:name}
 * @param settings options to set; values as text
 * @param resets options to set back to the default of the charm
 */
public record Configure(
        String model, String application, List<Setting> settings, List<String> resets)
        implements Command {

    public Configure {
        settings = List.copyOf(settings);
        resets = List.copyOf(resets);
    }

    @Override
    public Ref subject() {
        return new Ref("application", application);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("application", application);
        sink.texts("settings", settings.stream().map(Setting::toString).toList());
        sink.texts("resets", resets);
    }
}
