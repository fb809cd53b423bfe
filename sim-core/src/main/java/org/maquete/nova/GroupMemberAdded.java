package org.maquete.nova;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A server belongs to a server group. */
public record GroupMemberAdded(String group, String server) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("server group", group);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("group", group).text("server", server);
    }
}
