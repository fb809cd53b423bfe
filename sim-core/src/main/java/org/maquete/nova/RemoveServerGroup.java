package org.maquete.nova;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** {@code openstack server remove security group}. */
public record RemoveServerGroup(String uuid, String group) implements Command {

    @Override
    public Ref subject() {
        return new Ref("server", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("group", group);
    }
}
