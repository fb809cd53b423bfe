package org.maquete.vault;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A token was issued. */
public record TokenCreated(String server, String token, String accessor, long expiresNs)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("unit", server.substring(server.indexOf(' ') + 1));
    }

    @Override
    public void encode(Sink sink) {
        sink.text("server", server);
        sink.text("token", token);
        sink.text("accessor", accessor);
        sink.number("expiresNs", expiresNs);
    }
}
