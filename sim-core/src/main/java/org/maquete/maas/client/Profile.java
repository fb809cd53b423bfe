package org.maquete.maas.client;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * What {@code maas login} keeps in {@code ~/.maascli.db}.
 *
 * @param url the API: {@code http://172.16.0.3:5240/MAAS/api/2.0/}
 * @param credentials the three parts of the key, with colons
 */
record Profile(int id, String name, String url, String credentials) implements Row {

    @Override
    public String key() {
        return name;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).text("url", url).text("credentials", credentials);
    }
}
