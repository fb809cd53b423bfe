package org.maquete.neutron;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack port set --allowed-address}: the pairs that a port has from now on.
 *
 * @param pairs each as {@code MAC address-or-network}; a {@code -} for the port's own MAC
 */
public record SetPortPairs(String port, List<String> pairs) implements Command {

    static final String OWN_MAC = "-";

    public SetPortPairs {
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
