package org.maquete.juju;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju add-machine}.
 *
 * @param model the model's key, {@code controller:name}
 * @param placement {@code lxd}, {@code lxd:1}, a host name, or empty
 * @param base or empty for the default
 * @param constraints as typed, or empty
 * @param count {@code -n}
 */
public record AddMachine(String model, String placement, String base, String constraints, int count)
        implements Command {

    @Override
    public Ref subject() {
        return new Ref("model", model);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("placement", placement).text("base", base);
        sink.text("constraints", constraints).number("count", count);
    }
}
