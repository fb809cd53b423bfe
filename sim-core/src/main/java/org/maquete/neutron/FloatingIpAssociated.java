package org.maquete.neutron;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A floating address leads somewhere else.
 *
 * @param port the port, or empty for nowhere
 */
public record FloatingIpAssociated(
        String uuid, String address, String port, String fixedAddress, String router)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref(Kinds.FLOATING_IP, address);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("address", address)
                .text("port", port)
                .text("fixedAddress", fixedAddress)
                .text("router", router);
    }
}
