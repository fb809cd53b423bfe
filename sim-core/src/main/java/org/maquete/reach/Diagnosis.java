package org.maquete.reach;

import java.util.List;
import java.util.Optional;
import org.maquete.finding.Cure;
import org.maquete.finding.Words;
import org.maquete.neutron.FloatingIp;
import org.maquete.neutron.Network;
import org.maquete.neutron.NeutronView;
import org.maquete.neutron.Port;
import org.maquete.neutron.Router;
import org.maquete.neutron.Subnet;
import org.maquete.ovn.pipeline.Step;
import org.maquete.world.World;

/** Puts into words why a packet is lost, and what to type. */
final class Diagnosis {

    private final CloudNetwork network;
    private final World world;
    private final Parties parties;
    private final Filters filters;
    private final Ways ways;

    Diagnosis(CloudNetwork network, Parties parties) {
        this.network = network;
        this.parties = parties;
        world = network.world();
        filters = new Filters(world);
        ways = new Ways(network, parties);
    }

    /** Why a packet of this flow is lost. */
    Why of(Passage.Lost lost, Flow flow) {
        return switch (lost.reason()) {
            case NO_INGRESS_RULE, NO_EGRESS_RULE -> filtered(lost, flow);
            case PORT_SECURITY -> portSecurity(lost, flow);
            case FOREIGN_DESTINATION -> foreign(lost, flow);
            case NO_SUBNET_GATEWAY -> ways.noSubnetGateway(subnet(lost));
            case NO_ROUTER -> ways.noRouter(subnet(lost), needsOutside(flow));
            case ROUTER_DISABLED -> routerDisabled(lost, flow);
            case NO_GATEWAY -> ways.noGateway(router(lost), flow.destination());
            case NO_EXTERNAL_NETWORK -> ways.noExternalNetwork();
            case NETWORKS_NOT_CONNECTED -> ways.notConnected(lost.where());
            case NO_FLOATING_IP, FIXED_ADDRESS -> fixed(lost.where());
            case UNUSED_ADDRESS ->
                    unused(lost.where().isEmpty() ? flow.destination() : lost.where());
            case PORT_DISABLED -> portDisabled(lost.where());
            case NO_PORT ->
                    Why.of(
                            Reason.NO_PORT,
                            new Words("the port has no address", "a porta não tem endereço"),
                            Cure.after(
                                    new Words("Look at it:", "Veja:"),
                                    "openstack port show " + lost.where()));
            case ROUTER_ADDRESS, NO_ROUTE, NO_MEMBER, NOT_MODELLED, OTHER -> rare(lost, flow);
            case UNASSOCIATED,
                    SERVER_NOT_ACTIVE,
                    PORT_DOWN,
                    HOST_DOWN,
                    FAIL_OVER_UNDER_WAY,
                    SOUTHBOUND_DOWN,
                    NORTHD_DOWN,
                    SWITCH_STOPPED,
                    NO_CHASSIS,
                    NO_BRIDGE_MAPPING,
                    BRIDGE_WITHOUT_CARD,
                    ANSWERS_FROM_ELSEWHERE,
                    NOTHING_LISTENS ->
                    throw new IllegalArgumentException(
                            "expected a reason of the pipeline, found " + lost.reason());
        };
    }

    private Optional<Subnet> subnet(Passage.Lost lost) {
        return network.subnet(lost.where());
    }

    private Optional<Router> router(Passage.Lost lost) {
        return network.router(lost.where());
    }

    private boolean needsOutside(Flow flow) {
        return network.portWith(flow.destination()).isEmpty();
    }

    private Why filtered(Passage.Lost lost, Flow flow) {
        Optional<Port> port = NeutronView.port(world, lost.where());
        if (port.isEmpty()) {
            return rare(lost, flow);
        }
        boolean isIngress = lost.reason() == Reason.NO_INGRESS_RULE;
        Party.Guest guest = parties.guest(port.get());
        String remote =
                isIngress ? translated(lost.steps(), true, flow.source()) : flow.destination();
        Filters.Seen seen =
                new Filters.Seen(isIngress, flow.protocol(), flow.destinationPort(), remote);
        List<Cure> cures =
                filters.cures(port.get(), guest.name(), guest.server().isPresent(), seen);
        return new Why(lost.reason(), false, filters.why(port.get(), guest.name(), seen), cures);
    }

    /** What an address became on the way. */
    static String translated(List<Step> steps, boolean isSource, String address) {
        String now = address;
        for (Step step : steps) {
            if (step instanceof Step.Translated t && t.isSource() == isSource) {
                now = t.to();
            }
        }
        return now;
    }

    private Why portSecurity(Passage.Lost lost, Flow flow) {
        Optional<Port> port = NeutronView.port(world, lost.where());
        String own = port.map(Port::address).orElse("");
        return Why.of(
                Reason.PORT_SECURITY,
                new Words(
                        "port security drops what comes from "
                                + flow.source()
                                + ": the port's own address is "
                                + own,
                        "port security descarta o que vem de "
                                + flow.source()
                                + ": o endereço da porta é "
                                + own),
                allow(lost.where(), flow.source()));
    }

    private static Cure allow(String port, String address) {
        return Cure.after(
                new Words("Allow the port this address too:", "Permita esse endereço na porta:"),
                "openstack port set --allowed-address ip-address=" + address + " " + port);
    }

    private Why foreign(Passage.Lost lost, Flow flow) {
        String to = translated(lost.steps(), false, flow.destination());
        return Why.of(
                Reason.FOREIGN_DESTINATION,
                new Words(
                        "port security drops what is for " + to + ": it is not the port's address",
                        "port security descarta o que é para "
                                + to
                                + ": não é o endereço da porta"),
                allow(lost.where(), to));
    }

    private Why routerDisabled(Passage.Lost lost, Flow flow) {
        Optional<Router> router = router(lost);
        Optional<Subnet> subnet = subnet(lost);
        if (router.isEmpty() && subnet.isPresent()) {
            for (Port port : network.routerPortsIn(subnet.get().uuid())) {
                router = network.router("neutron-" + port.deviceId());
            }
        }
        if (router.isEmpty()) {
            return rare(lost, flow);
        }
        String name = router.get().name();
        return Why.of(
                Reason.ROUTER_DISABLED,
                new Words(
                        "the router " + name + " is administratively down",
                        "o roteador " + name + " está desativado"),
                Cure.after(
                        new Words("Enable it:", "Ative-o:"),
                        "openstack router set --enable " + Shell.quoted(name)));
    }

    private Why portDisabled(String port) {
        String name = NeutronView.port(world, port).map(p -> parties.guest(p).name()).orElse(port);
        return Why.of(
                Reason.PORT_DISABLED,
                new Words(
                        "the port of " + name + " is administratively down",
                        "a porta de " + name + " está desativada"),
                Cure.after(
                        new Words("Enable it:", "Ative-a:"),
                        "openstack port set --enable " + port));
    }

    /** A fixed address that somebody outside asks for. */
    private Why fixed(String address) {
        Optional<Party.Guest> owner = parties.owner(address);
        if (owner.isEmpty()) {
            return unused(address);
        }
        String name = owner.get().name();
        Words words =
                new Words(
                        address
                                + " is the fixed address of "
                                + name
                                + ": nobody outside knows a way to it",
                        address
                                + " é o endereço fixo de "
                                + name
                                + ": ninguém de fora sabe chegar nele");
        Optional<FloatingIp> floating = parties.floatingOf(owner.get().port());
        if (floating.isPresent()) {
            return Why.of(
                    Reason.FIXED_ADDRESS,
                    words,
                    Cure.advice(
                            new Words(
                                    "Use its floating address: " + floating.get().address() + ".",
                                    "Use o IP flutuante: " + floating.get().address() + ".")));
        }
        return new Why(Reason.FIXED_ADDRESS, false, words, ways.toFloat(owner.get()).cures());
    }

    private Why unused(String address) {
        Optional<FloatingIp> floating = parties.floating(address);
        if (floating.isPresent() && floating.get().port().isEmpty()) {
            String server =
                    parties.servers().stream()
                            .filter(s -> s.project().equals(floating.get().project()))
                            .map(s -> Shell.quoted(s.name()))
                            .findFirst()
                            .orElse("SERVER");
            return Why.of(
                    Reason.UNASSOCIATED,
                    new Words(
                            "the floating address " + address + " leads to no server",
                            "o IP flutuante " + address + " não leva a nenhum servidor"),
                    Cure.after(
                            new Words("Lead it to one:", "Associe-o a um:"),
                            "openstack server add floating ip " + server + " " + address));
        }
        return Why.of(
                Reason.UNUSED_ADDRESS,
                new Words(
                        "nobody has the address " + address + where(address, true),
                        "ninguém tem o endereço " + address + where(address, false)),
                known());
    }

    private String where(String address, boolean isEnglish) {
        for (Network each : NeutronView.networks(world)) {
            Optional<Subnet> subnet = network.subnetOf(each, address);
            if (subnet.isPresent()) {
                return (isEnglish ? ", which is in the subnet " : ", que é da sub-rede ")
                        + subnet.get().name();
            }
        }
        return "";
    }

    /** The floating addresses that lead somewhere. */
    private Cure known() {
        StringBuilder all = new StringBuilder();
        for (FloatingIp each : NeutronView.floatingIps(world)) {
            Optional<Party.Guest> owner = parties.owner(each.address());
            if (owner.isPresent()) {
                all.append(all.isEmpty() ? "" : ", ")
                        .append(each.address())
                        .append(" (")
                        .append(owner.get().name())
                        .append(')');
            }
        }
        Words words =
                all.isEmpty()
                        ? new Words(
                                "No floating address leads to a server. Look at all:",
                                "Nenhum IP flutuante leva a um servidor. Veja todos:")
                        : new Words(
                                "Those that lead somewhere: " + all + ". Look at all:",
                                "Os que levam a algum lugar: " + all + ". Veja todos:");
        return Cure.after(words, "openstack floating ip list");
    }

    private Why rare(Passage.Lost lost, Flow flow) {
        String name = router(lost).map(Router::name).orElse(lost.where());
        Words words =
                switch (lost.reason()) {
                    case ROUTER_ADDRESS ->
                            new Words(
                                    flow.destination()
                                            + " is an address of the router "
                                            + name
                                            + ", where nothing listens but ping",
                                    flow.destination()
                                            + " é um endereço do roteador "
                                            + name
                                            + ", onde só o ping responde");
                    case NO_ROUTE ->
                            new Words(
                                    "the router " + name + " knows no way to " + flow.destination(),
                                    "o roteador "
                                            + name
                                            + " não conhece caminho para "
                                            + flow.destination());
                    case NO_MEMBER ->
                            new Words(
                                    "the load balancer has no member",
                                    "o balanceador não tem membros");
                    case NOT_MODELLED ->
                            new Words(
                                    "not modelled: " + lost.where(),
                                    "não modelado: " + lost.where());
                    default ->
                            new Words(
                                    "the packet is dropped at " + name,
                                    "o pacote é descartado em " + name);
                };
        Cure cure =
                switch (lost.reason()) {
                    case ROUTER_ADDRESS -> known();
                    case NO_ROUTE ->
                            Cure.after(
                                    new Words("Look at its routes:", "Veja as rotas:"),
                                    "openstack router show " + Shell.quoted(name));
                    default ->
                            Cure.advice(
                                    new Words(
                                            "Ask about another address or protocol.",
                                            "Pergunte por outro endereço ou protocolo."));
                };
        return Why.of(lost.reason(), words, cure);
    }
}
