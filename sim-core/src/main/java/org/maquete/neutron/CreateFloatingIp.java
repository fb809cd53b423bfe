package org.maquete.neutron;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack floating ip create}.
 *
 * @param address the address asked for, or empty for any
 * @param port the port it is to lead to, or empty
 */
public record CreateFloatingIp(String project, String network, String address, String port)
        implements Command {

    @Override
    public Ref subject() {
        return new Ref(Kinds.FLOATING_IP, network);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("project", project)
                .text("network", network)
                .text("address", address)
                .text("port", port);
    }
}
