package org.maquete.nova;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack server set}.
 *
 * @param name the new name, or empty
 * @param vmState {@code active}, {@code error}, or empty
 */
public record SetServer(String uuid, String name, String vmState) implements Command {

    @Override
    public Ref subject() {
        return new Ref("server", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("name", name).text("vmState", vmState);
    }
}
