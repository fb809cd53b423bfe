package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A model has one application more. */
public record ApplicationAdded(
        String model,
        String application,
        String charm,
        String channel,
        int revision,
        String base,
        boolean subordinate,
        String constraints,
        List<Setting> settings)
        implements Fact {

    public ApplicationAdded {
        settings = List.copyOf(settings);
    }

    @Override
    public Ref subject() {
        return new Ref("application", application);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("application", application).text("charm", charm);
        sink.text("channel", channel).number("revision", revision).text("base", base);
        sink.flag("subordinate", subordinate).text("constraints", constraints);
        sink.texts("settings", settings.stream().map(Setting::toString).toList());
    }
}
