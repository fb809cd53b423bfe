package org.maquete.glance;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** There is one image more, without a file yet. */
public record ImageCreated(
        String uuid,
        String project,
        String name,
        String visibility,
        String containerFormat,
        String diskFormat)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("image", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("project", project)
                .text("name", name)
                .text("visibility", visibility)
                .text("containerFormat", containerFormat)
                .text("diskFormat", diskFormat);
    }
}
