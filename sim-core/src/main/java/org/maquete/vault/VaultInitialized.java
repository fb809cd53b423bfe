package org.maquete.vault;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The service has keys and a root token; it is sealed. */
public record VaultInitialized(
        String server, int threshold, List<String> keys, String rootToken, String accessor)
        implements Fact {

    public VaultInitialized {
        keys = List.copyOf(keys);
    }

    @Override
    public Ref subject() {
        return new Ref("unit", server.substring(server.indexOf(' ') + 1));
    }

    @Override
    public void encode(Sink sink) {
        sink.text("server", server);
        sink.number("threshold", threshold);
        sink.texts("keys", keys);
        sink.text("rootToken", rootToken);
        sink.text("accessor", accessor);
    }
}
