package org.maquete.vault;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * The operator's file {@code ~/.vault-token}: one row, key {@code client}.
 *
 * @param token what {@code vault login} stored last
 */
public record VaultLogin(int id, String token) implements Row {

    @Override
    public String key() {
        return "client";
    }

    @Override
    public void encode(Sink sink) {
        sink.text("token", token);
    }
}
