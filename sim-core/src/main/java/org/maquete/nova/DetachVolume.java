package org.maquete.nova;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** {@code openstack server remove volume}. */
public record DetachVolume(String server, String volume, boolean admin) implements Command {

    @Override
    public Ref subject() {
        return new Ref("server", server);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("server", server).text("volume", volume).flag("admin", admin);
    }
}
