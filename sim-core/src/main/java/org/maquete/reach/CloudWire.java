package org.maquete.reach;

import java.util.List;
import java.util.Optional;
import org.maquete.guest.Wire;
import org.maquete.neutron.Network;
import org.maquete.neutron.NeutronView;
import org.maquete.neutron.Port;
import org.maquete.nova.NovaView;
import org.maquete.nova.Server;
import org.maquete.world.World;

/** The network between guests: what {@link Reach} says of it, whatever runs inside. */
public final class CloudWire implements Wire {

    private static final int DNS_PORT = 53; // IANA

    @Override
    public Way tcp(World world, String from, String to, int port) {
        return way(world, new Question(name(from), to, Protocol.TCP, port, ""));
    }

    @Override
    public Way dns(World world, String from, String to) {
        return way(world, new Question(name(from), to, Protocol.UDP, DNS_PORT, ""));
    }

    private static String name(String server) {
        return server.equals(OUTSIDE) ? Question.OUTSIDE : server;
    }

    private static Way way(World world, Question question) {
        Reach reach = Reach.ofNetwork(world);
        return switch (reach.ask(question)) {
            case Reach.Unknown _ -> new Outside();
            case Reach.Answered(Answer answer) -> {
                if (answer.why().isPresent()) {
                    Why why = answer.why().get();
                    yield new Lost(
                            isHeard(world, question, why),
                            why.reason().word(),
                            why.words(),
                            why.cures());
                }
                yield reach.server(question.to())
                        .map(s -> (Way) new Arrived(s.uuid()))
                        .orElseGet(Outside::new);
            }
        };
    }

    /** Whether nobody answers the sender's question for the MAC of the next hop. */
    private static boolean isHeard(World world, Question question, Why why) {
        return switch (why.reason()) {
            case NO_ROUTER, NO_SUBNET_GATEWAY -> !why.isAnswer();
            case UNUSED_ADDRESS, UNASSOCIATED -> isNear(world, question);
            // the port is bound no more, so OVN answers no question for its MAC
            case SERVER_NOT_ACTIVE, PORT_DOWN ->
                    !question.from().equals(Question.OUTSIDE) && isNear(world, question);
            default -> false;
        };
    }

    /** Whether the address is on the sender's own network. */
    private static boolean isNear(World world, Question question) {
        if (question.from().equals(Question.OUTSIDE)) {
            List<Network> all = NeutronView.networks(world);
            return all.stream()
                    .filter(Network::external)
                    .flatMap(n -> NeutronView.subnets(world, n.uuid()).stream())
                    .anyMatch(s -> Ip4.isIn(question.to(), s.cidr()));
        }
        Optional<Server> server = NovaView.server(world, question.from());
        List<Port> ports = server.map(s -> NeutronView.portsOf(world, s.uuid())).orElse(List.of());
        return ports.stream()
                .flatMap(p -> NeutronView.subnet(world, p.subnet()).stream())
                .anyMatch(s -> Ip4.isIn(question.to(), s.cidr()));
    }
}
