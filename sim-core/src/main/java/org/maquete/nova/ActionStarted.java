package org.maquete.nova;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * The API has taken up an action on a server.
 *
 * @param detail what the request carries: a flavor, an image, a host
 * @param ticket the command of a client that waits for the end, or -1
 */
public record ActionStarted(String uuid, ServerAction action, String detail, long ticket)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("server", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("action", action.name())
                .text("detail", detail)
                .number("ticket", ticket);
    }
}
