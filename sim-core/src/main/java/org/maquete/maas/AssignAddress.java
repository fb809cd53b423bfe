package org.maquete.maas;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Assigns an address to a device, as Juju asks for its containers.
 *
 * @param cidr the subnet of the address; empty for that of the lab
 */
public record AssignAddress(String device, String cidr) implements Command {

    /** An address of the subnet of the lab. */
    public AssignAddress(String device) {
        this(device, "");
    }

    @Override
    public Ref subject() {
        return new Ref("device", device);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("device", device).text("cidr", cidr);
    }
}
