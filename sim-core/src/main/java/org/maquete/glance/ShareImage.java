package org.maquete.glance;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack image add project} and {@code image remove project}.
 *
 * @param project the id of the project
 * @param shared whether it may use the image from now on
 */
public record ShareImage(String uuid, String project, boolean shared) implements Command {

    @Override
    public Ref subject() {
        return new Ref("image", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("project", project).flag("shared", shared);
    }
}
