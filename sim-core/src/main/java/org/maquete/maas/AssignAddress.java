package org.maquete.maas;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Assigns an address of the subnet to a device, as Juju asks for its containers. */
public record AssignAddress(String device, String cidr) implements Command {

    /** In the first subnet. */
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
