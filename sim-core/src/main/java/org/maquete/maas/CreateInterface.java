package org.maquete.maas;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code maas PROFILE interfaces create-bond}, {@code create-bridge}, {@code create-vlan}.
 *
 * @param name empty for a VLAN interface that is named after its parent
 * @param mac empty for that of the first parent
 * @param vlan fabric and number; empty for that of the first parent
 * @param parents names of interfaces that the machine has
 * @param params {@code name=value}, complete
 */
public record CreateInterface(
        String hostname,
        InterfaceType type,
        String name,
        String mac,
        String vlan,
        List<String> parents,
        List<String> params)
        implements Command {

    public CreateInterface {
        parents = List.copyOf(parents);
        params = List.copyOf(params);
    }

    @Override
    public Ref subject() {
        return new Ref("maas-machine", hostname);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("hostname", hostname)
                .text("type", type.name())
                .text("name", name)
                .text("mac", mac)
                .text("vlan", vlan)
                .texts("parents", parents)
                .texts("params", params);
    }
}
