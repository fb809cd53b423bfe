package org.maquete.vault;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A token that a Vault service has issued.
 *
 * @param server the service's key
 * @param token the secret itself; the natural key
 * @param accessor its public name
 * @param expiresNs when it stops being valid; {@link Long#MAX_VALUE} for never
 */
public record VaultToken(int id, String server, String token, String accessor, long expiresNs)
        implements Row {

    @Override
    public String key() {
        return token;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("server", server).text("token", token).text("accessor", accessor);
        sink.number("expiresNs", expiresNs);
    }
}
