package org.maquete.host;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/** A service that the host starts at every boot (enabled, in the words of systemd). */
public record Service(int id, String host, String name, boolean running) implements Row {

    @Override
    public String key() {
        return host + " " + name;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("host", host).text("name", name).flag("running", running);
    }
}
