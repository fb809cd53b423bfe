package org.maquete.juju;

import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A charm that a controller has downloaded, with the defaults of its options.
 *
 * @param name the charm's name; the natural key
 * @param defaults options that have a default, in order of option
 */
public record DeployedCharm(int id, String name, List<Setting> defaults) implements Row {

    public DeployedCharm {
        defaults = List.copyOf(defaults);
    }

    @Override
    public String key() {
        return name;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name);
        sink.texts("defaults", defaults.stream().map(Setting::toString).toList());
    }
}
