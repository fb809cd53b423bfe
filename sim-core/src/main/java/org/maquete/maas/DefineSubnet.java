package org.maquete.maas;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Defines a managed subnet with its DHCP range and reserved ranges.
 *
 * @param dynamicLow first address of the DHCP range, or empty without one
 * @param reserved ranges {@code low-high} that MAAS must not assign from
 */
public record DefineSubnet(
        String cidr,
        String gateway,
        String dns,
        String region,
        String dynamicLow,
        String dynamicHigh,
        List<String> reserved,
        Wiring wiring)
        implements Command {

    public DefineSubnet {
        reserved = List.copyOf(reserved);
    }

    /** A subnet in a fabric of its own. */
    public DefineSubnet(
            String cidr,
            String gateway,
            String dns,
            String region,
            String dynamicLow,
            String dynamicHigh,
            List<String> reserved) {
        this(cidr, gateway, dns, region, dynamicLow, dynamicHigh, reserved, Wiring.ALONE);
    }

    @Override
    public Ref subject() {
        return new Ref("subnet", cidr);
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
        wiring.encode(sink);
    }
}
