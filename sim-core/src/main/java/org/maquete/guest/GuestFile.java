package org.maquete.guest;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/** A file in a guest that somebody wrote, by its full path. */
record GuestFile(int id, String server, String path, String content) implements Row {

    GuestFile numbered(int number) {
        return new GuestFile(number, server, path, content);
    }

    @Override
    public String key() {
        return server + " " + path;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("server", server).text("path", path).text("content", content);
    }
}
