package org.maquete.host;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Kills the main process of a service; systemd starts it again. */
public record KillService(String host, String service) implements Command {

    @Override
    public Ref subject() {
        return new Ref("host", host);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("host", host).text("service", service);
    }
}
