package org.maquete.juju;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju add-credential --client}: the client learns who it is on a cloud.
 *
 * @param name the credential's name
 */
public record AddCredential(String cloud, String name) implements Command {

    @Override
    public Ref subject() {
        return new Ref("cloud", cloud);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("cloud", cloud).text("name", name);
    }
}
