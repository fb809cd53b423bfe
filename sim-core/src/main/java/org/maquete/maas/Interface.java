package org.maquete.maas;

import java.util.ArrayList;
import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A network interface of a machine as MAAS has it: one that a person made or changed. The others
 * follow from the hardware, see {@link InterfaceView}.
 *
 * @param number its number in the API
 * @param vlan fabric and number, {@code fabric-0 0}; empty when it is disconnected
 * @param parents the names of the interfaces below it
 * @param params {@code name=value}: {@code bond_mode=active-backup}, {@code bridge_type=ovs}
 */
public record Interface(
        int id,
        String machine,
        String name,
        int number,
        InterfaceType type,
        String mac,
        String vlan,
        List<String> parents,
        List<String> params,
        List<InterfaceLink> links)
        implements Row {

    public Interface {
        parents = List.copyOf(parents);
        params = List.copyOf(params);
        links = List.copyOf(links);
    }

    @Override
    public String key() {
        return key(machine, name);
    }

    static String key(String machine, String name) {
        return machine + " " + name;
    }

    /** A parameter, or the empty text. */
    public String param(String name) {
        return Resource.value(params, name);
    }

    /** The same with other links. */
    Interface linked(List<InterfaceLink> others) {
        return new Interface(id, machine, name, number, type, mac, vlan, parents, params, others);
    }

    /** The same on another VLAN. */
    Interface on(String otherVlan) {
        return new Interface(
                id, machine, name, number, type, mac, otherVlan, parents, params, links);
    }

    /** The same with one more link; an interface that is only up no longer needs to be said so. */
    Interface with(InterfaceLink link) {
        List<InterfaceLink> all = new ArrayList<>(links);
        all.removeIf(each -> each.mode() == LinkMode.LINK_UP);
        all.add(link);
        return linked(all);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("machine", machine)
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
