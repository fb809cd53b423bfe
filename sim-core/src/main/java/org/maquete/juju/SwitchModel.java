package org.maquete.juju;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju switch}.
 *
 * @param target as typed: {@code controller}, {@code model} or {@code controller:model}
 */
public record SwitchModel(String target) implements Command {

    @Override
    public Ref subject() {
        return new Ref("model", target);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("target", target);
    }
}
