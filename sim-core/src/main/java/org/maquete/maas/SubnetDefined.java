package org.maquete.maas;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** MAAS manages a subnet. */
public record SubnetDefined(
        String cidr,
        String gateway,
        String dns,
        String region,
        String dynamicLow,
        String dynamicHigh,
        List<String> reserved,
        Wiring wiring)
        implements Fact {

    public SubnetDefined {
        reserved = List.copyOf(reserved);
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
