package org.maquete.hardware;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Asks the management controller of a machine to switch it, as an AMT client does.
 *
 * @param password what the client believes the password to be
 */
public record ControlPower(String machine, PowerAction action, String password) implements Command {

    @Override
    public Ref subject() {
        return new Ref("machine", machine);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("machine", machine).text("action", action.name()).text("password", password);
    }
}
