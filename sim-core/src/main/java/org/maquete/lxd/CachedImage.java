package org.maquete.lxd;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/** An image that a host has already retrieved. */
public record CachedImage(int id, String host, String base) implements Row {

    @Override
    public String key() {
        return host + " " + base;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("host", host).text("base", base);
    }
}
