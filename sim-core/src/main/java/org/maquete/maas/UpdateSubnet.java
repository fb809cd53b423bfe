package org.maquete.maas;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Changes a subnet.
 *
 * @param changes {@code name=value}, as in the API
 */
public record UpdateSubnet(String cidr, List<String> changes) implements Command {

    public UpdateSubnet {
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
