package org.maquete.keystone;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Takes domains, projects, users or roles away, one request after the other.
 *
 * @param kind {@code domain}, {@code project}, {@code user} or {@code role}
 */
public record DeleteIdentities(String kind, List<String> uuids) implements Command {

    public DeleteIdentities {
        uuids = List.copyOf(uuids);
    }

    @Override
    public Ref subject() {
        return new Ref(kind, uuids.isEmpty() ? "" : uuids.getFirst());
    }

    @Override
    public void encode(Sink sink) {
        sink.text("kind", kind).texts("uuids", uuids);
    }
}
