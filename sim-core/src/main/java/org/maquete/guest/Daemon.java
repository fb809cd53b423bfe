package org.maquete.guest;

import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A service of systemd in a guest.
 *
 * @param config what it has read when it last started or was reloaded
 * @param notes what it keeps itself: roles and databases of PostgreSQL
 */
record Daemon(
        int id, String server, String name, boolean running, String config, List<String> notes)
        implements Row {

    Daemon {
        notes = List.copyOf(notes);
    }

    Daemon numbered(int number) {
        return new Daemon(number, server, name, running, config, notes);
    }

    @Override
    public String key() {
        return server + " " + name;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("server", server)
                .text("name", name)
                .flag("running", running)
                .text("config", config)
                .texts("notes", notes);
    }

    Daemon with(boolean runs, String read) {
        return new Daemon(id, server, name, runs, read, notes);
    }

    Daemon with(List<String> kept) {
        return new Daemon(id, server, name, running, config, kept);
    }
}
