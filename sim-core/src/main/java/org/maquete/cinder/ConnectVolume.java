package org.maquete.cinder;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The host of the server connects: {@code PUT /attachments}. */
public record ConnectVolume(String uuid, String host) implements Command {

    @Override
    public Ref subject() {
        return new Ref("volume", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("host", host);
    }
}
