package org.maquete.maas;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code subnets create}: MAAS learns of one subnet more.
 *
 * @param vlan its VLAN, fabric and number, {@code fabric-0 10}
 * @param attributes {@code name=value}, as in the API
 */
public record CreateSubnet(String cidr, String vlan, List<String> attributes) implements Command {

    public CreateSubnet {
        attributes = List.copyOf(attributes);
    }

    @Override
    public Ref subject() {
        return new Ref("subnet", cidr);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("cidr", cidr).text("vlan", vlan).texts("attributes", attributes);
    }
}
