package org.maquete.cinder;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Nova is about to attach it: {@code POST /attachments}. */
public record ReserveVolume(String uuid, String server) implements Command {

    @Override
    public Ref subject() {
        return new Ref("volume", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("server", server);
    }
}
