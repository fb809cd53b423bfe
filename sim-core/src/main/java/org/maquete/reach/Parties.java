package org.maquete.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.finding.Nearest;
import org.maquete.neutron.FloatingIp;
import org.maquete.neutron.Network;
import org.maquete.neutron.NeutronView;
import org.maquete.neutron.Port;
import org.maquete.nova.NovaView;
import org.maquete.nova.Server;
import org.maquete.world.World;

/** Who is meant by a name or an address. */
final class Parties {

    private final CloudNetwork network;
    private final World world;

    Parties(CloudNetwork network) {
        this.network = network;
        world = network.world();
    }

    /** The servers, by name. */
    List<Server> servers() {
        List<Server> all = new ArrayList<>(NovaView.servers(world));
        all.sort((a, b) -> {
            int byName = a.name().compareTo(b.name());
            return byName != 0 ? byName : a.uuid().compareTo(b.uuid());
        });
        return all;
    }

    /** The server with this name or id. */
    Optional<Server> server(String text) {
        return servers().stream()
                .filter(s -> s.name().equals(text) || s.uuid().equals(text))
                .findFirst();
    }

    /** The ports of a server, as whoever sends by them. */
    List<Party.Guest> guests(Server server) {
        List<Party.Guest> all = new ArrayList<>();
        for (Port port : NeutronView.portsOf(world, server.uuid())) {
            all.add(new Party.Guest(port, Optional.of(server)));
        }
        return all;
    }

    /** The guest with a port. */
    Party.Guest guest(Port port) {
        return new Party.Guest(port, NovaView.server(world, port.deviceId()));
    }

    /** The guest that has an address, fixed or floating. */
    Optional<Party.Guest> owner(String address) {
        Optional<FloatingIp> floating = floating(address);
        if (floating.isPresent()) {
            return NeutronView.port(world, floating.get().port()).map(this::guest);
        }
        return network.portWith(address)
                .filter(port -> !port.deviceOwner().startsWith("network:"))
                .map(this::guest);
    }

    Optional<FloatingIp> floating(String address) {
        return NeutronView.floatingIps(world).stream()
                .filter(f -> f.address().equals(address))
                .findFirst();
    }

    /** The floating address that leads to a port. */
    Optional<FloatingIp> floatingOf(Port port) {
        return NeutronView.floatingIpsOf(world, port.uuid()).stream().findFirst();
    }

    /** A floating address of a project that leads nowhere. */
    Optional<FloatingIp> spare(String project) {
        return NeutronView.floatingIps(world).stream()
                .filter(f -> f.project().equals(project) && f.port().isEmpty())
                .findFirst();
    }

    /** Somebody outside, on the first external network. */
    Optional<Party.Outside> outside() {
        for (Network each : network.providers()) {
            Optional<String> address = network.addressOutside(each);
            if (address.isPresent()) {
                return Optional.of(new Party.Outside(address.get()));
            }
        }
        return Optional.empty();
    }

    /** Names that could have been meant. */
    String advice(String text) {
        List<String> names = new ArrayList<>();
        servers().forEach(s -> names.add(s.name()));
        names.add(Question.OUTSIDE);
        return Nearest.advice(text, names);
    }
}
