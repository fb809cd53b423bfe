package org.maquete.glance;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A project may not use an image any more. */
public record MemberRemoved(String uuid, String project) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("image", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("project", project);
    }
}
