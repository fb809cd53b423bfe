package org.maquete.maas;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A subnet is different.
 *
 * @param changes {@code name=value}, as in the API
 */
public record SubnetUpdated(String cidr, List<String> changes) implements Fact {

    public SubnetUpdated {
        changes = List.copyOf(changes);
    }

    @Override
    public Ref subject() {
        return new Ref("subnet", cidr);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("cidr", cidr).texts("changes", changes);
    }
}
