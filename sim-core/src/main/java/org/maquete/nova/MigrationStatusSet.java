package org.maquete.nova;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A migration is somewhere else on its way. */
public record MigrationStatusSet(String uuid, String status) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("migration", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("status", status);
    }
}
