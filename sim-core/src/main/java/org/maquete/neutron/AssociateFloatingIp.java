package org.maquete.neutron;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Leads a floating address to a port.
 *
 * @param port the port, or empty to lead it nowhere
 */
public record AssociateFloatingIp(String floatingIp, String port) implements Command {

    @Override
    public Ref subject() {
        return new Ref(Kinds.FLOATING_IP, floatingIp);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("floatingIp", floatingIp).text("port", port);
    }
}
