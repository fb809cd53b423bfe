package org.maquete.maas;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * An interface of a machine was made, or is now like this.
 *
 * @param vlan fabric and number; empty when it is disconnected
 * @param params {@code name=value}
 */
public record InterfaceSet(
        String hostname,
        String name,
        int number,
        InterfaceType type,
        String mac,
        String vlan,
        List<String> parents,
        List<String> params,
        List<InterfaceLink> links)
        implements Fact {

    public InterfaceSet {
        parents = List.copyOf(parents);
        params = List.copyOf(params);
        links = List.copyOf(links);
    }

    static InterfaceSet of(Interface row) {
        return new InterfaceSet(
                row.machine(),
                row.name(),
                row.number(),
                row.type(),
                row.mac(),
                row.vlan(),
                row.parents(),
                row.params(),
                row.links());
    }

    @Override
    public Ref subject() {
        return new Ref("maas-machine", hostname);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("hostname", hostname)
                .text("name", name)
                .number("number", number)
                .text("type", type.name())
                .text("mac", mac)
                .text("vlan", vlan)
                .texts("parents", parents)
                .texts("params", params)
                .texts("links", links.stream().map(InterfaceLink::text).toList());
    }
}
