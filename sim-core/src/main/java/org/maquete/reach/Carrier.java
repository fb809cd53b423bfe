package org.maquete.reach;

import java.util.List;
import java.util.Optional;
import org.maquete.neutron.Network;
import org.maquete.neutron.NeutronView;
import org.maquete.neutron.Port;
import org.maquete.neutron.Subnet;
import org.maquete.ovn.nb.LogicalRouter;
import org.maquete.ovn.nb.LogicalRouterPort;
import org.maquete.ovn.nb.LogicalSwitchPort;
import org.maquete.ovn.nb.Nat;
import org.maquete.ovn.pipeline.Binding;
import org.maquete.ovn.pipeline.DropClass;
import org.maquete.ovn.pipeline.Output;
import org.maquete.ovn.pipeline.Packet;
import org.maquete.ovn.pipeline.Session;
import org.maquete.ovn.pipeline.Step;
import org.maquete.ovn.pipeline.Trip;
import org.maquete.ovn.pipeline.Verdict;

/**
 * Carries the packets of one conversation: plays the systems at both ends, which choose a next hop
 * and ask for its MAC, and those on the physical network, who answer routers.
 */
final class Carrier {

    // MACs: GUESS, locally administered; nobody reads them
    private static final String GATEWAY_MAC = "02:00:00:00:00:01";
    private static final String HOST_MAC = "02:00:00:00:00:02";

    private static final int ASKED_MAX = 16; // <next hops>: GUESS, more than routers in a row

    private final CloudNetwork network;
    private Session memory;

    Carrier(CloudNetwork network) {
        this.network = network;
        this.memory = network.session();
    }

    /** Carries one packet. */
    Passage carry(Party from, Flow flow) {
        return switch (from) {
            case Party.Guest guest -> fromGuest(guest.port(), flow);
            case Party.Outside(String address) -> fromOutside(address, flow);
        };
    }

    private static Passage.Lost lost(Reason reason, String where) {
        return new Passage.Lost(reason, where, List.of());
    }

    private Passage fromGuest(Port port, Flow flow) {
        Optional<Subnet> subnet = network.subnet(port.subnet());
        if (subnet.isEmpty()) {
            return lost(Reason.NO_PORT, port.uuid());
        }
        String hop = flow.destination();
        if (!Ip4.isIn(hop, subnet.get().cidr())) {
            hop = subnet.get().gateway();
            if (hop.isEmpty()) {
                return lost(Reason.NO_SUBNET_GATEWAY, subnet.get().uuid());
            }
        }
        if (network.switchPort(port.uuid()).isEmpty()) {
            return lost(Reason.NO_PORT, port.uuid());
        }
        Optional<String> mac = ask(port.uuid(), port.mac(), port.address(), hop);
        if (mac.isPresent()) {
            return follow(port.uuid(), flow.packet(port.mac(), mac.get()));
        }
        if (isDisabled(port.uuid())) {
            return lost(Reason.PORT_DISABLED, port.uuid());
        }
        if (!hop.equals(flow.destination())) {
            return lost(noRouter(subnet.get()), subnet.get().uuid());
        }
        return lost(Reason.UNUSED_ADDRESS, hop);
    }

    /** Why the gateway of a subnet does not answer. */
    private Reason noRouter(Subnet subnet) {
        boolean isThere =
                network.routerPortsIn(subnet.uuid()).stream()
                        .anyMatch(p -> p.address().equals(subnet.gateway()));
        return isThere ? Reason.ROUTER_DISABLED : Reason.NO_ROUTER;
    }

    private boolean isDisabled(String port) {
        return network.switchPort(port).map(p -> !p.isEnabled()).orElse(false);
    }

    private Passage fromOutside(String address, Flow flow) {
        Optional<Network> provider = provider(address, flow.destination());
        if (provider.isEmpty()) {
            return lost(Reason.NO_EXTERNAL_NETWORK, "");
        }
        Optional<Subnet> subnet = network.subnetOf(provider.get(), flow.destination());
        if (subnet.isEmpty()) {
            return lost(Reason.FIXED_ADDRESS, flow.destination());
        }
        boolean isNear = Ip4.isIn(address, subnet.get().cidr());
        String mac = isNear ? HOST_MAC : GATEWAY_MAC;
        String own = isNear ? address : subnet.get().gateway();
        String inport = network.localnet(provider.get()).orElseThrow();
        Optional<String> asked = ask(inport, mac, own, flow.destination());
        return asked.isPresent()
                ? follow(inport, flow.packet(mac, asked.get()))
                : lost(Reason.UNUSED_ADDRESS, flow.destination());
    }

    /** The network by which somebody outside reaches an address. */
    private Optional<Network> provider(String from, String to) {
        List<Network> all = network.providers();
        for (Network each : all) {
            if (network.subnetOf(each, to).isPresent()) {
                return Optional.of(each);
            }
        }
        for (Network each : all) {
            if (network.subnetOf(each, from).isPresent()) {
                return Optional.of(each);
            }
        }
        return all.stream().findFirst();
    }

    /** Asks for the MAC of an address; empty when nobody answers. */
    private Optional<String> ask(String inport, String mac, String own, String asked) {
        Verdict verdict = network.trace(inport, Flow.arp(mac, own, asked));
        for (Output each : verdict.outputs()) {
            if (each.port().equals(inport) && each.generated() == Output.Generated.NEIGHBOUR) {
                return Optional.ofNullable(each.packet().fields().get("arp_sha"));
            }
        }
        return heard(verdict, asked);
    }

    /** The MAC of somebody who hears a question for an address that is its own. */
    private Optional<String> heard(Verdict verdict, String asked) {
        for (Output each : verdict.outputs()) {
            Optional<Network> at = network.networkOf(each.port());
            if (at.isPresent()
                    && network.isLocalnet(each.port())
                    && network.isPhysical(at.get(), asked)) {
                boolean isGateway =
                        network.subnetOf(at.get(), asked)
                                .map(s -> s.gateway().equals(asked))
                                .orElse(false);
                return Optional.of(isGateway ? GATEWAY_MAC : HOST_MAC);
            }
            Optional<Port> port = port(each.port());
            if (port.isPresent() && port.get().address().equals(asked)) {
                return Optional.of(port.get().mac());
            }
        }
        return Optional.empty();
    }

    private Optional<Port> port(String name) {
        return NeutronView.port(network.world(), name);
    }

    /** Follows a packet, and again after each question of a router that somebody answers. */
    private Passage follow(String inport, Packet packet) {
        for (int asked = 0; asked < ASKED_MAX; asked++) {
            Session tried = memory.copy();
            Trip trip = tried.follow(inport, packet);
            Optional<Step.Asked> question = question(trip);
            if (question.isEmpty()) {
                memory = tried;
                return passage(trip);
            }
            if (!teach(question.get(), trip.verdict())) {
                return new Passage.Lost(
                        Reason.UNUSED_ADDRESS, question.get().nextHop(), trip.steps());
            }
        }
        return lost(Reason.OTHER, inport);
    }

    private static Optional<Step.Asked> question(Trip trip) {
        for (Step step : trip.steps()) {
            if (step instanceof Step.Asked asked) {
                return Optional.of(asked);
            }
        }
        return Optional.empty();
    }

    /** Tells a router whose MAC it asks for; false when nobody does. */
    private boolean teach(Step.Asked question, Verdict verdict) {
        String hop = question.nextHop();
        Optional<String> mac = heard(verdict, hop).or(() -> routerMac(hop));
        mac.ifPresent(found -> network.learn(new Binding(question.port(), hop, found)));
        return mac.isPresent();
    }

    /** The MAC of the router that has an address, or translates it. */
    private Optional<String> routerMac(String address) {
        for (LogicalRouterPort each : network.rows().routerPorts()) {
            for (String own : each.networks()) {
                if (own.startsWith(address + "/")) {
                    return Optional.of(each.mac());
                }
            }
        }
        for (LogicalRouter router : network.rows().routers()) {
            for (Nat nat : router.nat()) {
                if (nat.externalIp().equals(address)) {
                    return nat.isDistributed()
                            ? Optional.of(nat.externalMac())
                            : gatewayMac(router);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> gatewayMac(LogicalRouter router) {
        for (String name : router.ports()) {
            Optional<LogicalRouterPort> port = network.routerPort(name);
            if (port.isPresent() && port.get().isGateway()) {
                return port.map(LogicalRouterPort::mac);
            }
        }
        return Optional.empty();
    }

    private Passage passage(Trip trip) {
        Verdict verdict = trip.verdict();
        if (verdict.kind() == Verdict.Kind.NOT_MODELLED) {
            return new Passage.Lost(Reason.NOT_MODELLED, verdict.notModelled(), trip.steps());
        }
        if (verdict.outputs().isEmpty()) {
            return dropped(trip);
        }
        Optional<Passage> wrong = Optional.empty();
        for (Output each : verdict.outputs()) {
            if (each.generated() == Output.Generated.ECHO) {
                return new Passage.Echoed(trip.steps());
            }
            if (each.generated() != Output.Generated.NONE) {
                wrong = Optional.of(atRouter(trip));
                continue;
            }
            Passage passage = received(each, trip.steps());
            if (passage instanceof Passage.Arrived) {
                return passage;
            }
            wrong = Optional.of(passage);
        }
        return wrong.orElseThrow();
    }

    private static Passage atRouter(Trip trip) {
        String router = "";
        for (Step step : trip.steps()) {
            if (step instanceof Step.Entered entered && entered.isRouter()) {
                router = entered.datapath();
            }
        }
        return new Passage.Lost(Reason.ROUTER_ADDRESS, router, trip.steps());
    }

    /** Whether it is for somebody behind the port that it left by. */
    private Passage received(Output output, List<Step> steps) {
        String to = output.packet().fields().getOrDefault("ip_dst", "");
        String from = output.packet().fields().getOrDefault("ip_src", "");
        Passage arrived = new Passage.Arrived(output.port(), from, to, steps);
        Optional<Network> at = network.networkOf(output.port());
        if (!network.isLocalnet(output.port()) || at.isEmpty()) {
            boolean isOwn =
                    port(output.port()).map(p -> p.address().equals(to)).orElse(false)
                            || network.switchPort(output.port())
                                    .map(LogicalSwitchPort::hasUnknown)
                                    .orElse(false);
            return isOwn ? arrived : new Passage.Lost(Reason.UNUSED_ADDRESS, to, steps);
        }
        if (network.subnetOf(at.get(), to).isPresent()) {
            return network.isPhysical(at.get(), to)
                    ? arrived
                    : new Passage.Lost(Reason.UNUSED_ADDRESS, to, steps);
        }
        return network.portWith(to).isEmpty()
                ? arrived
                : new Passage.Lost(Reason.NETWORKS_NOT_CONNECTED, to, steps);
    }

    private Passage dropped(Trip trip) {
        String datapath = "";
        String entered = "";
        String sent = "";
        Passage found = lost(Reason.OTHER, "");
        for (Step step : trip.steps()) {
            switch (step) {
                case Step.Entered e -> {
                    datapath = e.datapath();
                    entered = e.port();
                }
                case Step.Sent(String port) -> sent = port;
                case Step.Dropped(DropClass why, String rule) -> {
                    boolean isOut = rule.startsWith("outport");
                    found =
                            switch (why) {
                                case ACL_EGRESS_OF_SENDER ->
                                        at(Reason.NO_EGRESS_RULE, entered, trip);
                                case ACL_INGRESS_OF_RECEIVER ->
                                        at(Reason.NO_INGRESS_RULE, sent, trip);
                                case PORT_SECURITY -> security(isOut ? sent : entered, isOut, trip);
                                case L2_LOOKUP -> at(Reason.UNUSED_ADDRESS, "", trip);
                                case NO_ROUTE -> at(noRoute(datapath), datapath, trip);
                                case NO_PEER -> at(Reason.ROUTER_DISABLED, datapath, trip);
                                case LOAD_BALANCER -> at(Reason.NO_MEMBER, datapath, trip);
                                case ROUTER_IP_INPUT, ARP_RESOLVE ->
                                        at(Reason.ROUTER_ADDRESS, datapath, trip);
                                case ADMISSION, SAME_PORT, ROUTER_ADMISSION, TOO_MANY_HOPS ->
                                        at(Reason.OTHER, datapath, trip);
                            };
                }
                default -> {}
            }
        }
        return found;
    }

    private static Passage at(Reason reason, String where, Trip trip) {
        return new Passage.Lost(reason, where, trip.steps());
    }

    private Passage security(String port, boolean isOut, Trip trip) {
        Reason reason = isOut ? Reason.FOREIGN_DESTINATION : Reason.PORT_SECURITY;
        return at(isDisabled(port) ? Reason.PORT_DISABLED : reason, port, trip);
    }

    private Reason noRoute(String router) {
        return network.router(router)
                .filter(r -> !r.gatewayNetwork().isEmpty())
                .map(_ -> Reason.NO_ROUTE)
                .orElse(Reason.NO_GATEWAY);
    }
}
