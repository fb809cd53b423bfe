package org.maquete.neutron;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** There is one security group more. */
public record SecurityGroupCreated(
        String uuid, String project, String name, String description, boolean stateful)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref(Kinds.GROUP, name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("project", project)
                .text("name", name)
                .text("description", description)
                .flag("stateful", stateful);
    }
}
