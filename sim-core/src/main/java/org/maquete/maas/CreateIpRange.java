package org.maquete.maas;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Reserves a range of addresses, or makes it the range of DHCP. */
public record CreateIpRange(IpRangeType type, String startIp, String endIp, String comment)
        implements Command {

    @Override
    public Ref subject() {
        return new Ref("iprange", startIp + "-" + endIp);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("type", type.name())
                .text("startIp", startIp)
                .text("endIp", endIp)
                .text("comment", comment);
    }
}
