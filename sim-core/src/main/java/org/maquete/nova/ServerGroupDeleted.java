package org.maquete.nova;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** There is a server group less; its members stay. */
public record ServerGroupDeleted(String uuid) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("server group", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid);
    }
}
