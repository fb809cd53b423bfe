package org.maquete.neutron;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Nova has moved a server: its port is bound to another host, or to none. */
public record BindPort(String port, String host) implements Command {

    @Override
    public Ref subject() {
        return new Ref(Kinds.PORT, port);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("port", port).text("host", host);
    }
}
