package org.maquete.vault;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code vault login}: looks the token up and remembers it.
 *
 * @param server the service's key
 * @param address the beginning of the URL, for errors
 */
public record LogIn(String server, String address, String token) implements Command {

    @Override
    public Ref subject() {
        return new Ref("unit", server.substring(server.indexOf(' ') + 1));
    }

    @Override
    public void encode(Sink sink) {
        sink.text("server", server);
        sink.text("address", address);
        sink.text("token", token);
    }
}
