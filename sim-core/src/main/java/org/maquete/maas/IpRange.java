package org.maquete.maas;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A range of addresses with a use of its own, both ends included.
 *
 * @param cidr its subnet
 */
public record IpRange(
        int id, IpRangeType type, String startIp, String endIp, String comment, String cidr)
        implements Row {

    @Override
    public String key() {
        return startIp + "-" + endIp;
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
