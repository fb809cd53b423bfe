package org.maquete.maas;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A range of addresses is reserved, or is the range of DHCP.
 *
 * @param cidr its subnet
 */
public record IpRangeCreated(
        IpRangeType type, String startIp, String endIp, String comment, String cidr)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("iprange", startIp + "-" + endIp);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("type", type.name())
                .text("startIp", startIp)
                .text("endIp", endIp)
                .text("comment", comment)
                .text("cidr", cidr);
    }
}
