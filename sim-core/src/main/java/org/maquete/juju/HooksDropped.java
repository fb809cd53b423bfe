package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Hooks that waited in a unit's queue have nothing to tell any more. */
public record HooksDropped(String model, String unit, List<Hook> hooks) implements Fact {

    public HooksDropped {
        hooks = List.copyOf(hooks);
    }

    @Override
    public Ref subject() {
        return new Ref("unit", unit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("unit", unit);
        sink.texts("hooks", hooks.stream().map(Hook::toString).toList());
    }
}
