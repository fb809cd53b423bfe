package org.maquete.neutron;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A port may send from these addresses too, each as {@code MAC address-or-network}. */
public record PortPairsSet(String port, List<String> pairs) implements Fact {

    public PortPairsSet {
        pairs = List.copyOf(pairs);
    }

    @Override
    public Ref subject() {
        return new Ref(Kinds.PORT, port);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("port", port).texts("pairs", pairs);
    }
}
