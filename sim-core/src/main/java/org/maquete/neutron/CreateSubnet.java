package org.maquete.neutron;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack subnet create}.
 *
 * @param gateway an address, {@code none}, or empty for the first address
 * @param pools as {@code first-last}; none: all addresses but the gateway
 */
public record CreateSubnet(
        String project,
        String network,
        String name,
        String description,
        String cidr,
        String gateway,
        boolean dhcp,
        List<String> pools,
        List<String> nameservers)
        implements Command {

    public CreateSubnet {
        pools = List.copyOf(pools);
        nameservers = List.copyOf(nameservers);
    }

    @Override
    public Ref subject() {
        return new Ref(Kinds.SUBNET, name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("project", project)
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
