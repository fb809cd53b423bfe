package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A machine has addresses. */
public record MachineAddressed(String model, String machine, List<String> addresses)
        implements Fact {

    public MachineAddressed {
        addresses = List.copyOf(addresses);
    }

    @Override
    public Ref subject() {
        return new Ref("machine", machine);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("machine", machine).texts("addresses", addresses);
    }
}
