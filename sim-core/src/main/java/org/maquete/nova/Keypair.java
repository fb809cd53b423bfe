package org.maquete.nova;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/** A key pair of a user. */
public record Keypair(
        int id, String user, String name, String fingerprint, String publicKey, long createdNs)
        implements Row {

    @Override
    public String key() {
        return user + " " + name;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("user", user)
                .text("name", name)
                .text("fingerprint", fingerprint)
                .text("publicKey", publicKey)
                .number("createdNs", createdNs);
    }
}
