package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * The controller has downloaded a charm and knows the defaults of its options.
 *
 * @param defaults options that have a default, in order of option
 */
public record CharmAdded(String charm, List<Setting> defaults) implements Fact {

    public CharmAdded {
        defaults = List.copyOf(defaults);
    }

    @Override
    public Ref subject() {
        return new Ref("charm", charm);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("charm", charm);
        sink.texts("defaults", defaults.stream().map(Setting::toString).toList());
    }
}
