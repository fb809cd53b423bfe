package org.maquete.glance;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A project may use an image, and has said what it thinks of that.
 *
 * @param status {@code pending}, {@code accepted}, {@code rejected}
 */
public record MemberSet(String uuid, String project, String status) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("image", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("project", project).text("status", status);
    }
}
