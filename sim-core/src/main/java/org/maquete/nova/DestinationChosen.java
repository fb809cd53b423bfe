package org.maquete.nova;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A host has been chosen to which a server goes.
 *
 * @param migration the uuid of the migration, or empty
 */
public record DestinationChosen(String uuid, String migration, String dest) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("server", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("migration", migration).text("dest", dest);
    }
}
