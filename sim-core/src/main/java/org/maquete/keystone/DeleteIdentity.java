package org.maquete.keystone;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Takes a domain, project, user or role away.
 *
 * @param kind {@code domain}, {@code project}, {@code user} or {@code role}
 */
public record DeleteIdentity(String kind, String uuid) implements Command {

    @Override
    public Ref subject() {
        return new Ref(kind, uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("kind", kind).text("uuid", uuid);
    }
}
