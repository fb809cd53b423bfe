package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A model knows a space, new or with other subnets than before. */
public record SpaceSaved(
        String model, int number, String name, String providerId, List<String> subnets)
        implements Fact {

    public SpaceSaved {
        subnets = List.copyOf(subnets);
    }

    @Override
    public Ref subject() {
        return new Ref("space", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).number("number", number).text("name", name);
        sink.text("providerId", providerId).texts("subnets", subnets);
    }
}
