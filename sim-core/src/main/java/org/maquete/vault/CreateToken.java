package org.maquete.vault;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code POST /v1/auth/token/create}.
 *
 * @param server the service's key
 * @param address the beginning of the URL, for errors
 * @param token who asks
 * @param ttlNs how long it is valid; 0 for as long as its parent
 */
public record CreateToken(String server, String address, String token, long ttlNs)
        implements Command {

    @Override
    public Ref subject() {
        return new Ref("unit", server.substring(server.indexOf(' ') + 1));
    }

    @Override
    public void encode(Sink sink) {
        sink.text("server", server);
        sink.text("address", address);
        sink.text("token", token);
        sink.number("ttlNs", ttlNs);
    }
}
