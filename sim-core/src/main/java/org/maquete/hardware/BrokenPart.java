package org.maquete.hardware;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/** A part of a machine that is broken. */
public record BrokenPart(int id, String machine, Part part) implements Row {

    @Override
    public String key() {
        return key(machine, part);
    }

    static String key(String machine, Part part) {
        return machine + " " + part.text();
    }

    @Override
    public void encode(Sink sink) {
        sink.text("machine", machine).text("part", part.name());
    }
}
