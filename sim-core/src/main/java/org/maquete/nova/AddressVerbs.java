package org.maquete.nova;

import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.Call;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.HttpError;
import org.maquete.keystone.client.Line;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.neutron.AssociateFloatingIp;
import org.maquete.neutron.FloatingIp;
import org.maquete.neutron.LookupView;
import org.maquete.neutron.NeutronView;
import org.maquete.neutron.Port;
import org.maquete.neutron.Router;
import org.maquete.neutron.SecurityGroup;
import org.maquete.tool.Deed;
import org.maquete.tool.Rejected;
import org.maquete.tool.Session;
import org.maquete.world.World;

/**
 * The commands that give servers floating addresses and security groups.
 *
 * <p>The client looks an empty name up at the address of the list, gets some answer, and then asks
 * Neutron to change a floating address without an id: that is where {@code Floating IP None} comes
 * from. It never looks at the server when it takes an address away.
 */
final class AddressVerbs {

    private AddressVerbs() {}

    static List<OpenstackVerb> all(OpenstackVerb.Maker make) {
        OpenstackVerb.Maker network = make.asking("network", "compute");
        return List.of(
                network.verb("server add floating ip", new Adding()),
                make.asking("network").verb("server remove floating ip", new Removing()),
                network.verb("server add security group", new Grouping(true)),
                network.verb("server remove security group", new Grouping(false)));
    }

    private static Optional<Deed> empty(Line line) {
        if (!line.text("ip_address").isEmpty()) {
            return Optional.empty();
        }
        Refusal why =
                Refusal.missing(
                        "404", "Floating IP None could not be found", NeutronView.FLOATING_IP, "");
        Answer answer = ServerVerbs.refusedByNeutron(why, line, "/v2.0/floatingips/");
        return Optional.of(new Deed.Reject(new Rejected(why, answer)));
    }

    private static Answer refused(Refusal refusal, Line line, World world) {
        String wanted = line.text("ip_address");
        String id =
                LookupView.floatingIp(wanted, line, world)
                        .row()
                        .map(FloatingIp::uuid)
                        .orElse(wanted);
        return ServerVerbs.refusedByNeutron(refusal, line, "/v2.0/floatingips/" + id);
    }

    /** {@code server add floating ip}. */
    private record Adding() implements Call {

        @Override
        public Deed take(Line line, Session session, World world) {
            boolean named = !line.text("ip_address").isEmpty();
            Found<FloatingIp> floating =
                    LookupView.floatingIp(line.text("ip_address"), line, world);
            if (named && !floating.isThere()) {
                return floating.reject(line);
            }
            Found<Server> server = NovaView.findServer(world, line.text("server"), line);
            if (!server.isThere()) {
                return server.reject(line);
            }
            List<Port> ports = NeutronView.portsOf(world, server.get().uuid());
            if (ports.isEmpty()) {
                String text = "No attached ports found to associate floating IP with";
                Refusal why = new Refusal("client", "", text, new Ref("port", server.get().uuid()));
                return new Deed.Reject(new Rejected(why, Answer.failed(1, text)));
            }
            Optional<Deed> empty = empty(line);
            return empty.isPresent()
                    ? empty.get()
                    : new Deed.Ask(
                            new AssociateFloatingIp(
                                    floating.get().uuid(),
                                    best(ports, floating.get(), world).uuid()));
        }

        /** The client tries port after port until one has a way outside. */
        private static Port best(List<Port> ports, FloatingIp floating, World world) {
            return ports.stream()
                    .filter(p -> isRouted(p, floating.network(), world))
                    .findFirst()
                    .orElse(ports.getLast());
        }

        private static boolean isRouted(Port port, String network, World world) {
            for (Router router : NeutronView.routers(world)) {
                boolean inside =
                        NeutronView.portsOf(world, router.uuid()).stream()
                                .anyMatch(p -> p.subnet().equals(port.subnet()));
                if (inside && router.gatewayNetwork().equals(network)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Answer refused(Refusal refusal, Line line, World world) {
            return AddressVerbs.refused(refusal, line, world);
        }
    }

    /** {@code server remove floating ip}: the server is not looked at. */
    private record Removing() implements Call {

        @Override
        public Deed take(Line line, Session session, World world) {
            Optional<Deed> empty = empty(line);
            if (empty.isPresent()) {
                return empty.get();
            }
            Found<FloatingIp> floating =
                    LookupView.floatingIp(line.text("ip_address"), line, world);
            return floating.isThere()
                    ? new Deed.Ask(new AssociateFloatingIp(floating.get().uuid(), ""))
                    : floating.reject(line);
        }

        @Override
        public Answer refused(Refusal refusal, Line line, World world) {
            return AddressVerbs.refused(refusal, line, world);
        }
    }

    /** {@code server add security group} and {@code server remove security group}. */
    private record Grouping(boolean adds) implements Call {

        @Override
        public Deed take(Line line, Session session, World world) {
            Found<Server> server = NovaView.findServer(world, line.text("server"), line);
            if (!server.isThere()) {
                return server.reject(line);
            }
            Found<SecurityGroup> group = LookupView.group(line.text("group"), line, world);
            if (!group.isThere()) {
                String text = "none found (HTTP 404)";
                Refusal why = new Refusal("client", "", text, group.missed());
                return new Deed.Reject(new Rejected(why, Answer.failed(1, text)));
            }
            String uuid = server.get().uuid();
            String id = group.get().uuid();
            return new Deed.Ask(
                    adds ? new AddServerGroup(uuid, id) : new RemoveServerGroup(uuid, id));
        }

        @Override
        public Answer refused(Refusal refusal, Line line, World world) {
            return Answer.failed(1, line.warning() + HttpError.novaclient(refusal, line));
        }
    }
}
