package org.maquete.maas;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/** A synced boot image: {@code ubuntu/jammy/amd64}. */
public record BootImage(int id, String name) implements Row {

    @Override
    public String key() {
        return name;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name);
    }
}
