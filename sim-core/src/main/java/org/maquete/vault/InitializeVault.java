package org.maquete.vault;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code PUT /v1/sys/init}.
 *
 * @param server the service's key
 * @param address the beginning of the URL, for errors
 */
public record InitializeVault(String server, String address, int shares, int threshold)
        implements Command {

    @Override
    public Ref subject() {
        return new Ref("unit", server.substring(server.indexOf(' ') + 1));
    }

    @Override
    public void encode(Sink sink) {
        sink.text("server", server);
        sink.text("address", address);
        sink.number("shares", shares);
        sink.number("threshold", threshold);
    }
}
