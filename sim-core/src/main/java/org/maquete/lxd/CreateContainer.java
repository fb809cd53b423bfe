package org.maquete.lxd;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Creates and starts a container; a host creates one at a time, in order of asking.
 *
 * @param host the host to create it on, which must be up
 * @param base {@code ubuntu@22.04}
 */
public record CreateContainer(String host, String name, String base) implements Command {

    @Override
    public Ref subject() {
        return new Ref("container", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("host", host).text("name", name).text("base", base);
    }
}
