package org.maquete.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.finding.Cure;
import org.maquete.finding.Words;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.Nic;
import org.maquete.host.HostView;
import org.maquete.juju.JujuView;
import org.maquete.juju.Unit;
import org.maquete.neutron.Network;
import org.maquete.neutron.Port;
import org.maquete.neutron.ovn.Chassis;
import org.maquete.neutron.ovn.SouthboundView;
import org.maquete.nova.Server;
import org.maquete.ovn.nb.LogicalRouterPort;
import org.maquete.ovn.nb.Nat;
import org.maquete.ovn.pipeline.Step;
import org.maquete.world.World;

/**
 * What lies below the logical network and is not in it: servers, hosts, chassis, bridges. OVN says
 * "deliver" for all of it.
 */
final class Ground {

    private static final String CHARM = "ovn-chassis";
    private static final String MAPPINGS = "ovn-bridge-mappings";

    private final CloudNetwork network;
    private final World world;
    private final List<Chassis> chassis;
    private final Gateways gateways;

    Ground(CloudNetwork network) {
        this.network = network;
        world = network.world();
        chassis = Chassis.of(world);
        gateways = new Gateways(world);
    }

    /** Why a server cannot talk at all. */
    Optional<Why> guest(Party.Guest guest) {
        boolean isBuilt = guest.server().map(s -> s.status().equals("BUILD")).orElse(false);
        if (isBuilt && guest.port().status().equals("DOWN")) {
            Optional<Why> still = gateways.standstill(guest.name());
            if (still.isPresent()) {
                return still;
            }
        }
        Optional<Why> asleep = guest.server().flatMap(Ground::server);
        if (asleep.isPresent()) {
            return asleep;
        }
        String host = guest.port().host();
        if (!host.isEmpty()
                && HostView.host(world, host).isPresent()
                && !HostView.isUp(world, host)) {
            return Optional.of(hostDown(guest.name(), host));
        }
        if (HostView.isStopped(world, host, SouthboundView.SWITCH)) {
            return Optional.of(gateways.switchStopped(guest.name(), host));
        }
        return guest.port().status().equals("ACTIVE") || guest.server().isEmpty()
                ? Optional.empty()
                : gateways.standstill(guest.name()).or(() -> Optional.of(portDown(guest)));
    }

    private static Optional<Why> server(Server server) {
        String status = server.status();
        String name = Shell.quoted(server.name());
        if (status.equals("ACTIVE")) {
            return Optional.empty();
        }
        Words words =
                new Words(
                        server.name() + " is not running: its status is " + status + fault(server),
                        server.name() + " não roda: o estado é " + status + fault(server));
        Words again = new Words("Start it:", "Inicie-o:");
        Cure cure =
                switch (status) {
                    case "SHUTOFF" -> Cure.after(again, "openstack server start " + name);
                    case "PAUSED" -> Cure.after(again, "openstack server unpause " + name);
                    case "SUSPENDED" -> Cure.after(again, "openstack server resume " + name);
                    case "BUILD" ->
                            Cure.after(
                                    new Words("Wait until it is built:", "Espere ficar pronto:"),
                                    "openstack server show -c status " + name);
                    default ->
                            Cure.after(
                                    new Words(
                                            "Read what went wrong, then make it again:",
                                            "Leia o que deu errado e crie-o de novo:"),
                                    "openstack server show -c fault " + name);
                };
        return Optional.of(Why.of(Reason.SERVER_NOT_ACTIVE, words, cure));
    }

    private static String fault(Server server) {
        return server.fault().isEmpty() ? "" : " (" + server.fault().strip() + ")";
    }

    private Why hostDown(String name, String host) {
        return Why.of(
                Reason.HOST_DOWN,
                new Words(
                        "the host " + host + " below " + name + " is down",
                        "o host " + host + " debaixo de " + name + " está desligado"),
                Cure.advice(
                        new Words(
                                "Power " + host + " on again, in MAAS or at its switch.",
                                "Ligue " + host + " de novo, no MAAS ou no botão.")));
    }

    private Why portDown(Party.Guest guest) {
        Port port = guest.port();
        boolean hasChassis = chassis.stream().anyMatch(c -> c.hostname().equals(port.host()));
        if (!hasChassis) {
            return noChassis(
                    new Words(
                            "no ovn-chassis works on "
                                    + port.host()
                                    + ", the host of "
                                    + guest.name(),
                            "nenhum ovn-chassis funciona em "
                                    + port.host()
                                    + ", o host de "
                                    + guest.name()));
        }
        return Why.of(
                Reason.PORT_DOWN,
                new Words(
                        "the port of " + guest.name() + " is DOWN: nothing has plugged it in",
                        "a porta de " + guest.name() + " está DOWN: nada a conectou"),
                Cure.after(
                        new Words("See what ovn-controller does:", "Veja o ovn-controller:"),
                        "juju status " + application()));
    }

    private Why noChassis(Words words) {
        boolean isThere = !JujuView.unitsOfCharm(world, CHARM).isEmpty();
        Cure cure =
                isThere
                        ? Cure.after(
                                new Words(
                                        "See what its units wait for:",
                                        "Veja o que as unidades esperam:"),
                                "juju status " + application())
                        : Cure.after(
                                new Words("Deploy it:", "Instale-o:"),
                                "juju deploy --channel 22.03/stable ovn-chassis",
                                "juju integrate ovn-chassis nova-compute:neutron-plugin",
                                "juju integrate ovn-chassis:ovsdb ovn-central:ovsdb",
                                "juju integrate ovn-chassis:certificates vault:certificates");
        return Why.of(Reason.NO_CHASSIS, words, cure);
    }

    private String application() {
        return unit().map(Unit::application).orElse(CHARM);
    }

    private Optional<Unit> unit() {
        return JujuView.unitsOfCharm(world, CHARM).stream().findFirst();
    }

    private String option(String name) {
        return unit().flatMap(u -> JujuView.application(world, u.model(), u.application()))
                .map(application -> JujuView.config(world, application, name))
                .orElse("");
    }

    /**
     * Who carries a packet between the cloud and the physical network.
     *
     * @param host the chassis
     */
    record Crossing(Network provider, String host) {}

    /** Why a packet that the logical network delivers is lost below it. */
    Optional<Why> way(Party from, List<Step> steps, Party to) {
        List<String> hosts = new ArrayList<>();
        if (from instanceof Party.Guest guest) {
            hosts.add(guest.port().host());
        }
        for (Network provider : crossings(steps)) {
            Optional<Why> away =
                    gateway(provider, steps).flatMap(row -> gateways.away(row, provider));
            if (away.isPresent()) {
                return away;
            }
            Optional<String> host = carrier(provider, from, steps, to);
            if (host.isEmpty()) {
                return Optional.of(noGateway(provider, steps));
            }
            Optional<Why> why = bridge(new Crossing(provider, host.get()));
            if (why.isPresent()) {
                return why;
            }
            hosts.add(host.get());
        }
        if (to instanceof Party.Guest guest) {
            hosts.add(guest.port().host());
        }
        return tunnel(hosts);
    }

    /** The networks by whose physical port it comes or goes. */
    private List<Network> crossings(List<Step> steps) {
        List<Network> all = new ArrayList<>();
        for (Step step : steps) {
            String port =
                    switch (step) {
                        case Step.Entered entered -> entered.port();
                        case Step.Left left -> left.port();
                        default -> "";
                    };
            if (network.isLocalnet(port)) {
                network.networkOf(port).ifPresent(all::add);
            }
        }
        return all;
    }

    /** The chassis of a crossing; empty when the gateway lives nowhere. */
    Optional<String> carrier(Network provider, Party from, List<Step> steps, Party to) {
        Optional<LogicalRouterPort> gateway = gateway(provider, steps);
        return gateway.isEmpty() ? Optional.of(host(from, to)) : gateways.home(gateway.get());
    }

    /** The router's port by which it crosses; empty when the guest's own chassis carries it. */
    private Optional<LogicalRouterPort> gateway(Network provider, List<Step> steps) {
        Optional<LogicalRouterPort> gateway = Optional.empty();
        for (Step step : steps) {
            if (step instanceof Step.Translated t
                    && t.rule().map(Nat::isDistributed).orElse(false)) {
                return Optional.empty();
            }
            String port =
                    switch (step) {
                        case Step.Entered entered -> entered.port();
                        case Step.Routed routed -> routed.port();
                        default -> "";
                    };
            Optional<LogicalRouterPort> row = network.routerPort(port);
            if (row.isPresent() && isOn(row.get(), provider)) {
                gateway = row;
            }
        }
        return gateway;
    }

    private Why noGateway(Network provider, List<Step> steps) {
        boolean isMapped =
                chassis.isEmpty()
                        || chassis.stream()
                                .anyMatch(c -> c.physnets().contains(provider.physnet()));
        if (!isMapped) {
            return noMapping(new Crossing(provider, ""), option(MAPPINGS).strip());
        }
        boolean isScheduled = gateway(provider, steps).map(gateways::isScheduled).orElse(false);
        return isScheduled
                ? gateways.allDown(provider)
                : noChassis(
                        new Words(
                                "no chassis holds the gateway to " + provider.name(),
                                "nenhum chassis tem o gateway de " + provider.name()));
    }

    private boolean isHost(String name) {
        return HostView.host(world, name).isPresent();
    }

    private boolean isOn(LogicalRouterPort row, Network provider) {
        return row.externalIds()
                .getOrDefault("neutron:network_name", "")
                .equals("neutron-" + provider.uuid());
    }

    private static String host(Party from, Party to) {
        if (from instanceof Party.Guest guest) {
            return guest.port().host();
        }
        return to instanceof Party.Guest guest ? guest.port().host() : "";
    }

    private Optional<Why> bridge(Crossing crossing) {
        String physnet = crossing.provider().physnet();
        Optional<Chassis> found =
                chassis.stream().filter(c -> c.hostname().equals(crossing.host())).findFirst();
        if (found.isEmpty()) {
            return Optional.of(
                    noChassis(
                            new Words(
                                    "no ovn-chassis works on " + crossing.host(),
                                    "nenhum ovn-chassis funciona em " + crossing.host())));
        }
        String mappings = option(MAPPINGS).strip();
        if (!found.get().physnets().contains(physnet)) {
            return Optional.of(noMapping(crossing, mappings));
        }
        String bridge = bridge(mappings, physnet);
        return hasCard(crossing.host(), bridge)
                ? Optional.empty()
                : Optional.of(noCard(crossing, bridge));
    }

    /** The bridge of a physical network, as the charm is told. */
    String bridge(String physnet) {
        return bridge(option(MAPPINGS).strip(), physnet);
    }

    private static String bridge(String mappings, String physnet) {
        for (String each : mappings.split("[\\s,]+", -1)) {
            if (each.startsWith(physnet + ":")) {
                return each.substring(physnet.length() + 1);
            }
        }
        return "";
    }

    private boolean hasCard(String host, String bridge) {
        List<Nic> nics =
                HostView.machineOf(world, host)
                        .map(m -> HardwareView.nics(world, m))
                        .orElse(List.of());
        String added = " " + option("bridge-interface-mappings").strip().replace(',', ' ') + " ";
        for (Nic each : nics) {
            boolean isAdded =
                    added.contains(" " + bridge + ":" + each.name() + " ")
                            || added.contains(" " + bridge + ":" + each.mac() + " ");
            if (each.ovsBridge().equals(bridge) || isAdded) {
                return true;
            }
        }
        return nics.isEmpty();
    }

    private Why noMapping(Crossing crossing, String mappings) {
        String physnet = crossing.provider().physnet();
        boolean isAny = crossing.host().isEmpty();
        String wanted = (mappings + " " + physnet + ":br-ex").strip();
        return Why.of(
                Reason.NO_BRIDGE_MAPPING,
                new Words(
                        (isAny ? "no chassis has" : "the chassis " + crossing.host() + " has no")
                                + (isAny ? " a bridge for " : " bridge for ")
                                + physnet
                                + ", the physical network of "
                                + crossing.provider().name(),
                        (isAny ? "nenhum chassis" : "o chassis " + crossing.host() + " não")
                                + " tem bridge para "
                                + physnet
                                + ", a rede física de "
                                + crossing.provider().name()),
                Cure.after(
                        new Words("Map it to the bridge:", "Associe-a à bridge:"),
                        "juju config "
                                + application()
                                + " ovn-bridge-mappings="
                                + Shell.quoted(wanted)));
    }

    private Why noCard(Crossing crossing, String bridge) {
        return Why.of(
                Reason.BRIDGE_WITHOUT_CARD,
                new Words(
                        "the bridge " + bridge + " of " + crossing.host() + " has no network card",
                        "a bridge " + bridge + " de " + crossing.host() + " não tem placa"),
                Cure.after(
                        new Words(
                                "Put the card into it, or name the bridge that MAAS made:",
                                "Ponha a placa nela, ou use a bridge que o MAAS criou:"),
                        "juju config "
                                + application()
                                + " bridge-interface-mappings="
                                + bridge
                                + ":"
                                + card(crossing.host())));
    }

    /** The name of the only card of a host, for a line; a placeholder if there are several. */
    private String card(String host) {
        List<Nic> nics =
                HostView.machineOf(world, host)
                        .map(m -> HardwareView.nics(world, m))
                        .orElse(List.of());
        return nics.size() == 1 ? nics.getFirst().name() : "<card>";
    }

    /** Whether each host reaches the next. */
    private Optional<Why> tunnel(List<String> hosts) {
        for (int i = 1; i < hosts.size(); i++) {
            String one = hosts.get(i - 1);
            String other = hosts.get(i);
            if (!one.equals(other) && isHost(one) && isHost(other)) {
                if (!HostView.isLinked(world, one, other)) {
                    return Optional.of(cut(one, other));
                }
            }
        }
        return Optional.empty();
    }

    private static Why cut(String one, String other) {
        return Why.of(
                Reason.HOST_DOWN,
                new Words(
                        "no cable connects " + one + " and " + other + ", so their tunnel is dead",
                        "nenhum cabo liga " + one + " e " + other + ": o túnel está morto"),
                Cure.advice(
                        new Words(
                                "Plug the cables of both in again.",
                                "Conecte os cabos dos dois de novo.")));
    }
}
