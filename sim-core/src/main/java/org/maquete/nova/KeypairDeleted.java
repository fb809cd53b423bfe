package org.maquete.nova;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A user has one key pair less. */
public record KeypairDeleted(String user, String name) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("keypair", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("user", user).text("name", name);
    }
}
