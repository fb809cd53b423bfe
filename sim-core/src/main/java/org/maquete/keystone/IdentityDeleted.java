package org.maquete.keystone;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A domain, project, user or role is no more, and all roles that hung on it.
 *
 * @param kind {@code domain}, {@code project}, {@code user} or {@code role}
 */
public record IdentityDeleted(String kind, String uuid) implements Fact {

    @Override
    public Ref subject() {
        return new Ref(kind, uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("kind", kind).text("uuid", uuid);
    }
}
