package org.maquete.reach;

import java.util.ArrayList;
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

/** Ways that are missing between networks, and the lines that make them. */
final class Ways {

    private static final Words TYPE = new Words("Type:", "Digite:");

    private final CloudNetwork network;
    private final Parties parties;

    Ways(CloudNetwork network, Parties parties) {
        this.network = network;
        this.parties = parties;
    }

    Why noSubnetGateway(Optional<Subnet> subnet) {
        String name = subnet.map(Subnet::name).orElse("");
        String first = subnet.flatMap(s -> Ip4.first(s.cidr())).orElse("");
        return Why.of(
                Reason.NO_SUBNET_GATEWAY,
                new Words(
                        "the subnet " + name + " has no gateway, so its servers know no way out",
                        "a sub-rede "
                                + name
                                + " não tem gateway: os servidores não sabem sair dela"),
                Cure.after(
                        TYPE,
                        "openstack subnet set --gateway " + first + " " + Shell.quoted(name)));
    }

    /** The subnet has no router; {@code isOut} when the packet has to leave the cloud too. */
    Why noRouter(Optional<Subnet> subnet, boolean isOut) {
        String name = subnet.map(Subnet::name).orElse("");
        String project = subnet.map(Subnet::project).orElse("");
        List<String> lines = new ArrayList<>();
        Optional<Router> router =
                network.routers().stream().filter(r -> r.project().equals(project)).findFirst();
        String router1 = Shell.quoted(router.map(Router::name).orElse("router1"));
        if (router.isEmpty()) {
            lines.add("openstack router create " + router1);
        }
        lines.add("openstack router add subnet " + router1 + " " + Shell.quoted(name));
        if (isOut && router.map(Router::gatewayNetwork).orElse("").isEmpty()) {
            external()
                    .ifPresent(net ->
                            lines.add(
                                    "openstack router set "
                                            + router1
                                            + " --external-gateway "
                                            + net));
        }
        return Why.of(
                Reason.NO_ROUTER,
                new Words(
                        "no router has an interface in the subnet " + name,
                        "nenhum roteador tem interface na sub-rede " + name),
                Cure.after(TYPE, lines.toArray(String[]::new)));
    }

    /** The name of an external network, for a line. */
    private Optional<String> external() {
        return NeutronView.networks(network.world()).stream()
                .filter(Network::external)
                .map(net -> Shell.quoted(net.name()))
                .findFirst();
    }

    Why noGateway(Optional<Router> router, String destination) {
        String name = router.map(Router::name).orElse("");
        Optional<String> external = external();
        if (external.isEmpty()) {
            return noExternalNetwork();
        }
        return Why.of(
                Reason.NO_GATEWAY,
                new Words(
                        "the router "
                                + name
                                + " has no external gateway, so it knows no way to "
                                + destination,
                        "o roteador "
                                + name
                                + " não tem gateway externo: não conhece caminho para "
                                + destination),
                Cure.after(
                        TYPE,
                        "openstack router set "
                                + Shell.quoted(name)
                                + " --external-gateway "
                                + external.get()));
    }

    Why noExternalNetwork() {
        return Why.of(
                Reason.NO_EXTERNAL_NETWORK,
                new Words(
                        "there is no external network, so nothing leads in or out",
                        "não há rede externa: nada leva para dentro nem para fora"),
                Cure.after(
                        TYPE,
                        "openstack network create --external --share --provider-network-type flat"
                                + " --provider-physical-network physnet1 ext_net",
                        "openstack subnet create --network ext_net --no-dhcp --gateway 172.16.0.1"
                                + " --subnet-range 172.16.0.0/20"
                                + " --allocation-pool start=172.16.7.0,end=172.16.8.255"
                                + " ext_subnet"));
    }

    /** A fixed address in a network that no common router reaches. */
    Why notConnected(String address) {
        Optional<Party.Guest> owner = parties.owner(address);
        String name = owner.map(Party.Guest::name).orElse(address);
        String at =
                owner.flatMap(g -> NeutronView.network(network.world(), g.port().network()))
                        .map(Network::name)
                        .orElse("");
        Words words =
                new Words(
                        name
                                + " is on the network "
                                + at
                                + ", which has no router in common with the sender's network",
                        name
                                + " está na rede "
                                + at
                                + ", que não tem roteador em comum com a rede de quem envia");
        Optional<FloatingIp> floating = owner.flatMap(g -> parties.floatingOf(g.port()));
        if (floating.isPresent()) {
            return Why.of(
                    Reason.NETWORKS_NOT_CONNECTED,
                    words,
                    Cure.advice(
                            new Words(
                                    "Use its floating address: " + floating.get().address() + ".",
                                    "Use o IP flutuante: " + floating.get().address() + ".")));
        }
        List<Cure> cures = owner.map(g -> toFloat(g).cures()).orElse(List.of());
        return new Why(Reason.NETWORKS_NOT_CONNECTED, false, words, cures);
    }

    /** Why somebody outside does not reach a guest without a floating address. */
    Why toFloat(Party.Guest guest) {
        Port port = guest.port();
        Optional<Subnet> subnet = network.subnet(port.subnet());
        List<Port> interfaces = network.routerPortsIn(port.subnet());
        Optional<String> external = external();
        if (external.isEmpty()) {
            return noExternalNetwork();
        }
        if (interfaces.isEmpty()) {
            return noRouter(subnet, true);
        }
        Optional<Router> leaving = Optional.empty();
        Optional<Router> any = Optional.empty();
        for (Port each : interfaces) {
            Optional<Router> router = network.router("neutron-" + each.deviceId());
            any = any.isPresent() ? any : router;
            if (router.isPresent() && !router.get().gatewayNetwork().isEmpty()) {
                leaving = router;
            }
        }
        if (leaving.isEmpty()) {
            return noGateway(any, "the outside");
        }
        return noFloating(guest, external.get());
    }

    private Why noFloating(Party.Guest guest, String external) {
        String name = Shell.quoted(guest.name());
        Optional<FloatingIp> spare = parties.spare(guest.port().project());
        String address =
                spare.map(FloatingIp::address)
                        .orElse(
                                "$(openstack floating ip create -f value -c floating_ip_address "
                                        + external
                                        + ")");
        return Why.of(
                Reason.NO_FLOATING_IP,
                new Words(
                        guest.name()
                                + " has no floating address, so nothing leads to it from outside",
                        guest.name() + " não tem IP flutuante: nada leva a ele de fora"),
                Cure.after(TYPE, "openstack server add floating ip " + name + " " + address));
    }
}
