package org.maquete.glance;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack image set}.
 *
 * @param name the new name, or empty
 * @param visibility the new visibility, or empty
 */
public record ChangeImage(String uuid, String name, String visibility) implements Command {

    @Override
    public Ref subject() {
        return new Ref("image", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("name", name).text("visibility", visibility);
    }
}
