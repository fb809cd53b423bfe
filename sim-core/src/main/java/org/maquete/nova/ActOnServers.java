package org.maquete.nova;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * An action of the API on servers, one request after the other.
 *
 * @param detail what the requests carry: a flavor, an image, a host
 * @param admin whether the user is an administrator: a lock does not keep him out
 * @param waits whether the client waits for the end
 */
public record ActOnServers(
        List<String> uuids, ServerAction action, String detail, boolean admin, boolean waits)
        implements Command {

    public ActOnServers {
        uuids = List.copyOf(uuids);
    }

    @Override
    public Ref subject() {
        return new Ref("server", uuids.isEmpty() ? "" : uuids.getFirst());
    }

    @Override
    public void encode(Sink sink) {
        sink.texts("uuids", uuids)
                .text("action", action.name())
                .text("detail", detail)
                .flag("admin", admin)
                .flag("waits", waits);
    }
}
