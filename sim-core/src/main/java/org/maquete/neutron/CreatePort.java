package org.maquete.neutron;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Makes a port: for a person, or for Nova on the way to a server.
 *
 * @param deviceId the server, or empty
 * @param groups security groups; none: the project's {@code default}
 * @param subnet the subnet that the address must be from, or empty for any
 * @param address the address asked for, or empty for any
 * @param host where it is to be bound, or empty
 */
public record CreatePort(
        String project,
        String network,
        String name,
        String deviceId,
        String deviceOwner,
        List<String> groups,
        String subnet,
        String address,
        String host)
        implements Command {

    public CreatePort {
        groups = List.copyOf(groups);
    }

    @Override
    public Ref subject() {
        return new Ref(Kinds.PORT, deviceId);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("project", project)
                .text("network", network)
                .text("name", name)
                .text("deviceId", deviceId)
                .text("deviceOwner", deviceOwner)
                .texts("groups", groups)
                .text("subnet", subnet)
                .text("address", address)
                .text("host", host);
    }
}
