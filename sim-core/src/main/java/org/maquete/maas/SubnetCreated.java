package org.maquete.maas;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** MAAS manages one subnet more, in a VLAN that it has. */
public record SubnetCreated(String cidr, String vlan, List<String> attributes) implements Fact {

    public SubnetCreated {
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
