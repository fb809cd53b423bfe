package org.maquete.neutron.ovn;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code ovn-controller} has claimed a chassisredirect port and tells the physical network by
 * gratuitous ARP who has the router's address and floating ones now.
 *
 * @param port {@code cr-lrp-...}
 * @param from who had it
 */
public record GatewayClaimed(String port, String chassis, String from) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("gateway", port);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("port", port).text("chassis", chassis).text("from", from);
    }
}
