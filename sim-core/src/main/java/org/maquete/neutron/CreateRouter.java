package org.maquete.neutron;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack router create}.
 *
 * @param gatewayNetwork the id of the network outside, or empty
 */
public record CreateRouter(String project, String name, String description, String gatewayNetwork)
        implements Command {

    @Override
    public Ref subject() {
        return new Ref(Kinds.ROUTER, name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("project", project)
                .text("name", name)
                .text("description", description)
                .text("gatewayNetwork", gatewayNetwork);
    }
}
