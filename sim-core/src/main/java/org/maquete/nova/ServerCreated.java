package org.maquete.nova;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * There is one server more, without a host yet.
 *
 * @param ticket the command of a client that waits for it, or -1
 */
public record ServerCreated(
        String uuid,
        String project,
        String user,
        String name,
        String image,
        String flavor,
        String keyName,
        List<String> networks,
        List<String> groups,
        long ticket)
        implements Fact {

    public ServerCreated {
        networks = List.copyOf(networks);
        groups = List.copyOf(groups);
    }

    @Override
    public Ref subject() {
        return new Ref("server", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("project", project)
                .text("user", user)
                .text("name", name)
                .text("image", image)
                .text("flavor", flavor)
                .text("keyName", keyName)
                .texts("networks", networks)
                .texts("groups", groups)
                .number("ticket", ticket);
    }
}
