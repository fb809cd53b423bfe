package org.maquete.reach;

import java.util.List;
import java.util.Optional;
import org.maquete.finding.Cure;
import org.maquete.finding.Words;
import org.maquete.host.HostView;
import org.maquete.juju.JujuView;
import org.maquete.juju.Unit;
import org.maquete.kernel.SimTime;
import org.maquete.neutron.Network;
import org.maquete.neutron.ovn.Chassis;
import org.maquete.neutron.ovn.Silence;
import org.maquete.neutron.ovn.SouthboundView;
import org.maquete.ovn.OvnView;
import org.maquete.ovn.nb.GatewayChassis;
import org.maquete.ovn.nb.LogicalRouterPort;
import org.maquete.world.World;

/** Which chassis carries a router's packets to the physical network, and why none does. */
final class Gateways {

    private static final Words START_UNITS =
            new Words(
                    "Start units of ovn-central again, until two of three run:",
                    "Inicie de novo unidades do ovn-central, até que duas de três funcionem:");

    private final World world;

    Gateways(World world) {
        this.world = world;
    }

    /** The chassis that has a gateway and can carry packets. */
    Optional<String> home(LogicalRouterPort gateway) {
        return SouthboundView.residence(world, gateway)
                .map(Chassis::hostname)
                .filter(host -> SouthboundView.isAlive(world, host));
    }

    /** Whether a chassis that exists may have it. */
    boolean isScheduled(LogicalRouterPort gateway) {
        for (GatewayChassis each : gateway.gatewayChassis()) {
            if (HostView.host(world, each.chassisName()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Why nobody carries packets now although somebody will soon. */
    Optional<Why> away(LogicalRouterPort gateway, Network provider) {
        Optional<Silence> silence = SouthboundView.underWay(world, gateway);
        Optional<String> next = SouthboundView.successor(world, gateway).map(Chassis::hostname);
        return silence.isEmpty() || next.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        silence.get().phase() == Silence.Phase.HELD
                                ? held(provider, silence.get())
                                : underWay(provider, silence.get(), next.get()));
    }

    private Why held(Network provider, Silence silence) {
        return Why.of(
                Reason.SOUTHBOUND_DOWN,
                new Words(
                        silence.chassis()
                                + ", which has the gateway to "
                                + provider.name()
                                + ", is silent since "
                                + clock(silence.sinceNs())
                                + ", and nobody can claim it: the southbound database has no"
                                + " majority",
                        silence.chassis()
                                + ", que tem o gateway de "
                                + provider.name()
                                + ", está mudo desde "
                                + clock(silence.sinceNs())
                                + ", e ninguém pode assumi-lo: o banco southbound está sem"
                                + " maioria"),
                Cure.after(START_UNITS, "juju status ovn-central"));
    }

    private static Why underWay(Network provider, Silence silence, String next) {
        String from = silence.chassis();
        String since = clock(silence.sinceNs());
        String until = clock(silence.doneNs());
        boolean isBack = next.equals(from);
        Words words =
                isBack
                        ? new Words(
                                "fail-over of the gateway to "
                                        + provider.name()
                                        + " is under way since "
                                        + since
                                        + ", until "
                                        + until
                                        + ": "
                                        + from
                                        + " is back",
                                "o gateway de "
                                        + provider.name()
                                        + " está voltando a "
                                        + from
                                        + " desde "
                                        + since
                                        + ", até "
                                        + until)
                        : new Words(
                                "fail-over of the gateway to "
                                        + provider.name()
                                        + " from "
                                        + from
                                        + " to "
                                        + next
                                        + " is under way since "
                                        + since
                                        + ", until "
                                        + until,
                                "o gateway de "
                                        + provider.name()
                                        + " está passando de "
                                        + from
                                        + " a "
                                        + next
                                        + " desde "
                                        + since
                                        + ", até "
                                        + until);
        return Why.of(
                Reason.FAIL_OVER_UNDER_WAY,
                words,
                Cure.advice(
                        new Words(
                                "Wait until then. Connections that went out by the router's SNAT"
                                        + " have to be opened anew.",
                                "Espere até lá. As conexões que saíam pelo SNAT do roteador têm"
                                        + " de ser reabertas.")));
    }

    /** {@code h:mm:ss.ff}. */
    private static String clock(long timeNs) {
        long hundredths = timeNs % SimTime.SECOND / (10 * SimTime.MILLISECOND);
        return SimTime.clock(timeNs) + (hundredths < 10 ? ".0" : ".") + hundredths;
    }

    /** None of the chassis that may have it lives. */
    Why allDown(Network provider) {
        return Why.of(
                Reason.HOST_DOWN,
                new Words(
                        "no chassis that may hold the gateway to " + provider.name() + " is up",
                        "nenhum chassis que pode ter o gateway de "
                                + provider.name()
                                + " está de pé"),
                Cure.advice(
                        new Words(
                                "Power one of the hosts of ovn-chassis on again.",
                                "Ligue um dos hosts do ovn-chassis de novo.")));
    }

    /** The host of a guest runs, but not what connects the guest. */
    Why switchStopped(String name, String host) {
        return Why.of(
                Reason.SWITCH_STOPPED,
                new Words(
                        SouthboundView.SWITCH + " is stopped on " + host + ", the host of " + name,
                        SouthboundView.SWITCH + " está parado em " + host + ", o host de " + name),
                Cure.after(
                        new Words("Start it on " + host + ":", "Inicie-o em " + host + ":"),
                        "sudo systemctl start " + SouthboundView.SWITCH));
    }

    /** Why the port of a guest is not plugged although its host is well: nobody tells the host. */
    Optional<Why> standstill(String name) {
        return OvnView.standstill(world).map(what -> standstill(what, name));
    }

    private Why standstill(OvnView.Standstill what, String name) {
        return switch (what) {
            case NO_NORTHD ->
                    Why.of(
                            Reason.NORTHD_DOWN,
                            new Words(
                                    "no ovn-northd is active: the port of "
                                            + name
                                            + " has no flows",
                                    "nenhum ovn-northd ativo: a porta de " + name + " sem fluxos"),
                            Cure.after(
                                    new Words(
                                            "Start it on a unit of ovn-central:",
                                            "Inicie-o em uma unidade do ovn-central:"),
                                    "juju ssh " + central() + " sudo systemctl start ovn-northd"));
            case NO_MAJORITY ->
                    Why.of(
                            Reason.SOUTHBOUND_DOWN,
                            new Words(
                                    "the southbound database has no majority, so the host of "
                                            + name
                                            + " hears nothing of its port",
                                    "o banco southbound está sem maioria: o host de "
                                            + name
                                            + " não sabe da porta"),
                            Cure.after(START_UNITS, "juju status ovn-central"));
        };
    }

    private String central() {
        List<Unit> units = JujuView.unitsOfCharm(world, "ovn-central");
        return units.isEmpty() ? "ovn-central/0" : units.getFirst().name();
    }
}
