package org.maquete.hardware;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Gives the management controller of a machine another password. */
public record SetControllerPassword(String machine, String password) implements Command {

    @Override
    public Ref subject() {
        return new Ref("machine", machine);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("machine", machine).text("password", password);
    }
}
