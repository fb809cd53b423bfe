package org.maquete.guest;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Log in to a server and run a script there.
 *
 * @param hosts the jumps, then the host: {@code user@address}
 */
record RunInGuest(List<String> hosts, String script) implements Command {

    RunInGuest {
        hosts = List.copyOf(hosts);
    }

    @Override
    public Ref subject() {
        return new Ref("server", hosts.getLast());
    }

    @Override
    public void encode(Sink sink) {
        sink.texts("hosts", hosts).text("script", script);
    }
}
