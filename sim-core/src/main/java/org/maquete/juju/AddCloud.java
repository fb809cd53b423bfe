package org.maquete.juju;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju add-cloud --client}: the client learns of a cloud.
 *
 * @param type {@code maas}
 * @param endpoint the address of its API
 */
public record AddCloud(String name, String type, String endpoint) implements Command {

    @Override
    public Ref subject() {
        return new Ref("cloud", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).text("type", type).text("endpoint", endpoint);
    }
}
