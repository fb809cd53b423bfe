package org.maquete.neutron;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** There is one subnet more. */
public record SubnetCreated(
        String uuid,
        String project,
        String network,
        String name,
        String description,
        String cidr,
        String gateway,
        boolean dhcp,
        List<String> pools,
        List<String> nameservers)
        implements Fact {

    public SubnetCreated {
        pools = List.copyOf(pools);
        nameservers = List.copyOf(nameservers);
    }

    @Override
    public Ref subject() {
        return new Ref(Kinds.SUBNET, name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("project", project)
                .text("network", network)
                .text("name", name)
                .text("description", description)
                .text("cidr", cidr)
                .text("gateway", gateway)
                .flag("dhcp", dhcp)
                .texts("pools", pools)
                .texts("nameservers", nameservers);
    }
}
