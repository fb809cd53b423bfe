package org.maquete.maas;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Chooses how the disks of a machine will be divided.
 *
 * @param layout {@code flat}, {@code lvm}, {@code bcache}, {@code custom}, {@code blank}
 */
public record SetStorageLayout(String hostname, String layout) implements Command {

    @Override
    public Ref subject() {
        return new Ref("maas-machine", hostname);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("hostname", hostname).text("layout", layout);
    }
}
