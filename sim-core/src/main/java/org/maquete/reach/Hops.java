package org.maquete.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.maquete.finding.Words;
import org.maquete.neutron.Network;
import org.maquete.neutron.NeutronView;
import org.maquete.neutron.Port;
import org.maquete.neutron.Router;
import org.maquete.neutron.SecurityGroup;
import org.maquete.neutron.SecurityGroupRule;
import org.maquete.nova.Server;
import org.maquete.ovn.nb.Nat;
import org.maquete.ovn.pipeline.Step;

/** Tells the way of a packet to people: what each step is in Neutron, and who made it. */
final class Hops {

    private final CloudNetwork network;
    private final Parties parties;
    private final Makers makers;
    private final Function<Network, String> chassis;
    private final Filters filters;
    private final List<Hop> hops = new ArrayList<>();

    private Hops(CloudNetwork network, Makers makers, Function<Network, String> chassis) {
        this.network = network;
        this.makers = makers;
        this.chassis = chassis;
        parties = new Parties(network);
        filters = new Filters(network.world());
    }

    /**
     * The hops.
     *
     * @param chassis which host carries between the cloud and a physical network, or empty
     */
    static List<Hop> of(
            CloudNetwork network,
            Makers makers,
            Function<Network, String> chassis,
            List<Step> steps) {
        Hops hops = new Hops(network, makers, chassis);
        steps.forEach(hops::step);
        return hops.hops;
    }

    private void add(Hop.Kind kind, String en, String pt, Optional<Made> made) {
        hops.add(new Hop(kind, new Words(en, pt), made));
    }

    private void step(Step step) {
        switch (step) {
            case Step.Entered entered -> entered(entered);
            case Step.Passed passed -> passed(passed);
            case Step.Translated translated -> translated(translated);
            case Step.Routed routed -> routed(routed);
            case Step.Balanced(_, String vip, String member) ->
                    add(
                            Hop.Kind.BALANCER,
                            "load balancer " + vip + " sends it to " + member,
                            "o balanceador " + vip + " o manda para " + member,
                            Optional.empty());
            case Step.Left(String port) -> left(port);
            case Step.Asked(_, String hop) ->
                    add(
                            Hop.Kind.END,
                            "the router asks who has " + hop,
                            "o roteador pergunta quem tem " + hop,
                            Optional.empty());
            case Step.Sent _, Step.Dropped _ -> {}
        }
    }

    private void entered(Step.Entered entered) {
        if (entered.isRouter()) {
            Optional<Router> router = network.router(entered.datapath());
            String name = router.map(Router::name).orElse(entered.datapath());
            String by = entered.port().startsWith("lrp-") ? entered.port().substring(4) : "";
            String address =
                    NeutronView.port(network.world(), by).map(Port::address).orElse(entered.port());
            Optional<Made> made = router.flatMap(r -> plugged(r, by));
            add(
                    Hop.Kind.ROUTER,
                    "router " + name + ", in by " + address,
                    "roteador " + name + ", entra por " + address,
                    made);
            return;
        }
        if (network.isLocalnet(entered.port())) {
            physical(entered.port(), "from the physical network ", "da rede física ");
        } else {
            guest(entered.port());
        }
        network.network(entered.datapath()).ifPresent(this::network);
    }

    /** What gave a router the port by which a packet comes. */
    private Optional<Made> plugged(Router router, String port) {
        boolean isGateway =
                NeutronView.port(network.world(), port)
                        .map(p -> p.deviceOwner().equals("network:router_gateway"))
                        .orElse(false);
        return isGateway ? makers.ofGateway(router.uuid()) : makers.of(port);
    }

    private void network(Network at) {
        add(
                Hop.Kind.NETWORK,
                "network " + at.name() + " (" + at.type() + ")",
                "rede " + at.name() + " (" + at.type() + ")",
                makers.of(at.uuid()));
    }

    private void physical(String port, String en, String pt) {
        Optional<Network> at = network.networkOf(port);
        String physnet = at.map(Network::physnet).orElse("");
        String host = at.map(chassis).orElse("");
        add(
                Hop.Kind.PHYSICAL,
                en + physnet + (host.isEmpty() ? "" : ", by the chassis " + host),
                pt + physnet + (host.isEmpty() ? "" : ", pelo chassis " + host),
                Optional.empty());
    }

    private void guest(String name) {
        Optional<Port> port = NeutronView.port(network.world(), name);
        if (port.isEmpty() || port.get().deviceOwner().startsWith("network:router")) {
            return;
        }
        Party.Guest guest = parties.guest(port.get());
        String host = port.get().host();
        String whereEn = host.isEmpty() ? "" : " on " + host;
        String wherePt = host.isEmpty() ? "" : " em " + host;
        String what = guest.server().map(Server::name).orElse(guest.name());
        add(
                Hop.Kind.PORT,
                "port of " + what + ", " + port.get().address() + whereEn,
                "porta de " + what + ", " + port.get().address() + wherePt,
                makers.of(name));
    }

    private void passed(Step.Passed passed) {
        Optional<Port> port = NeutronView.port(network.world(), passed.port());
        if (port.isEmpty() || port.get().deviceOwner().startsWith("network:")) {
            return;
        }
        String name = parties.guest(port.get()).name();
        if (passed.isKnown()) {
            add(
                    Hop.Kind.RULE,
                    "passes " + name + "'s groups: it answers a connection that was let through",
                    "passa pelos grupos de " + name + ": responde a uma conexão já permitida",
                    Optional.empty());
            return;
        }
        String rule =
                passed.rule()
                        .map(acl -> acl.externalIds().get("neutron:security_group_rule_id"))
                        .orElse("");
        Optional<SecurityGroupRule> row =
                NeutronView.rules(network.world()).stream()
                        .filter(r -> r.uuid().equals(rule))
                        .findFirst();
        if (row.isEmpty()) {
            return;
        }
        String group =
                NeutronView.group(network.world(), row.get().group())
                        .map(SecurityGroup::name)
                        .orElse(row.get().group());
        Words text = filters.text(row.get());
        String en = passed.isSent() ? " out: " : " in: ";
        String pt = passed.isSent() ? " sair: " : " entrar: ";
        add(
                Hop.Kind.RULE,
                "security group " + group + " lets it" + en + text.en(),
                "o grupo de segurança " + group + " deixa" + pt + text.pt(),
                makers.of(rule));
    }

    private void translated(Step.Translated t) {
        String whatEn = t.isSource() ? "source " : "destination ";
        String whatPt = t.isSource() ? "origem " : "destino ";
        Optional<Made> made = t.rule().flatMap(rule -> maker(rule, t.router()));
        String kindEn = "";
        String kindPt = "";
        if (t.rule().isEmpty()) {
            kindEn = ", as it answers";
            kindPt = ", pois é resposta";
        } else if (t.rule().get().isSnatOnly()) {
            kindEn = " (the router's SNAT)";
            kindPt = " (SNAT do roteador)";
        } else {
            kindEn = " (floating address)";
            kindPt = " (IP flutuante)";
        }
        add(
                Hop.Kind.TRANSLATION,
                whatEn + t.from() + " becomes " + t.to() + kindEn,
                whatPt + t.from() + " vira " + t.to() + kindPt,
                made);
    }

    private Optional<Made> maker(Nat rule, String router) {
        String floating = rule.externalIds().get("neutron:fip_id");
        return floating == null
                ? network.router(router).flatMap(r -> makers.ofGateway(r.uuid()))
                : makers.ofAssociation(floating);
    }

    private void routed(Step.Routed routed) {
        boolean isNear = routed.nextHop().isEmpty();
        String en = isNear ? " is connected" : " by " + routed.nextHop();
        String pt = isNear ? " está conectada" : " por " + routed.nextHop();
        boolean isDefault = routed.prefix().equals("0.0.0.0/0");
        add(
                Hop.Kind.ROUTE,
                (isDefault ? "default route" : "route: " + Ip4.network(routed.prefix())) + en,
                (isDefault ? "rota padrão" : "rota: " + Ip4.network(routed.prefix())) + pt,
                isDefault
                        ? network.router(routed.router()).flatMap(r -> makers.ofGateway(r.uuid()))
                        : Optional.empty());
    }

    private void left(String port) {
        if (network.isLocalnet(port)) {
            physical(port, "to the physical network ", "para a rede física ");
        } else {
            guest(port);
        }
    }
}
