package org.maquete.neutron;

import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A subnet of IPv4.
 *
 * @param uuid the natural key
 * @param gateway the address, or empty for none
 * @param pools as {@code first-last}
 */
public record Subnet(
        int id,
        String uuid,
        String project,
        String network,
        String name,
        String description,
        String cidr,
        String gateway,
        boolean dhcp,
        List<String> pools,
        List<String> nameservers,
        long createdNs)
        implements Row {

    public Subnet {
        pools = List.copyOf(pools);
        nameservers = List.copyOf(nameservers);
    }

    @Override
    public String key() {
        return uuid;
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
                .texts("nameservers", nameservers)
                .number("createdNs", createdNs);
    }
}
