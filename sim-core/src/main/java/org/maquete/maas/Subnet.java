package org.maquete.maas;

import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A managed subnet.
 *
 * @param region the address of the MAAS region controller in it
 * @param dynamicLow first address of the DHCP range
 * @param reserved ranges that MAAS does not assign from: {@code 10.0.0.5-10.0.0.9}
 */
public record Subnet(
        int id,
        String cidr,
        String gateway,
        String dns,
        String region,
        String dynamicLow,
        String dynamicHigh,
        List<String> reserved)
        implements Row {

    public Subnet {
        reserved = List.copyOf(reserved);
    }

    @Override
    public String key() {
        return cidr;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("cidr", cidr)
                .text("gateway", gateway)
                .text("dns", dns)
                .text("region", region)
                .text("dynamicLow", dynamicLow)
                .text("dynamicHigh", dynamicHigh)
                .texts("reserved", reserved);
    }
}
