package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * The options of an application have changed.
 *
 * @param settings all that are set now, in order of option
 */
public record ApplicationConfigured(String model, String application, List<Setting> settings)
        implements Fact {

    public ApplicationConfigured {
        settings = List.copyOf(settings);
    }

    @Override
    public Ref subject() {
        return new Ref("application", application);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("application", application);
        sink.texts("settings", settings.stream().map(Setting::toString).toList());
    }
}
