package org.maquete.neutron;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** {@code openstack security group create}. */
public record CreateSecurityGroup(String project, String name, String description, boolean stateful)
        implements Command {

    @Override
    public Ref subject() {
        return new Ref(Kinds.GROUP, name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("project", project)
                .text("name", name)
                .text("description", description)
                .flag("stateful", stateful);
    }
}
