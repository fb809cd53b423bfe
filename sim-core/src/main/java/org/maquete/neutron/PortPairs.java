package org.maquete.neutron;

import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * The allowed address pairs of a port that has any; in reality the rows of {@code
 * allowedaddresspairs}.
 *
 * @param port the natural key
 * @param pairs each as {@code MAC address-or-network}
 */
public record PortPairs(int id, String port, List<String> pairs) implements Row {

    public PortPairs {
        pairs = List.copyOf(pairs);
    }

    @Override
    public String key() {
        return port;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("port", port).texts("pairs", pairs);
    }
}
