package org.maquete.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.hardware.CutLink;
import org.maquete.hardware.CutPower;
import org.maquete.hardware.PlugCable;
import org.maquete.hardware.PullCable;
import org.maquete.hardware.RestorePower;
import org.maquete.host.Host;
import org.maquete.host.HostView;
import org.maquete.host.StartService;
import org.maquete.host.StopService;
import org.maquete.juju.JujuView;
import org.maquete.kernel.Command;
import org.maquete.kernel.JournalEntry;
import org.maquete.kernel.Origin;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Simulation;
import org.maquete.neutron.NeutronView;
import org.maquete.neutron.ovn.Chassis;
import org.maquete.neutron.ovn.GatewayClaimed;
import org.maquete.neutron.ovn.NorthboundView;
import org.maquete.neutron.ovn.SouthboundView;
import org.maquete.nova.NovaView;
import org.maquete.ovn.nb.LogicalRouterPort;
import org.maquete.reach.Answer;
import org.maquete.reach.Protocol;
import org.maquete.reach.Question;
import org.maquete.reach.Reach;
import org.maquete.reach.Reason;

/** The gateway of a router, when the chassis that has it dies, returns, or only seems to. */
final class GatewayFailOverTest {

    private static final String CARD = "enp1s0";
    private static final String SWITCH = "openvswitch-switch";

    private static final Simulation CALM = Networks.typed(Networks.ALL).run();

    /** A branch in which this happens. */
    private static Simulation after(Simulation run, Command fault) {
        Simulation branch = run.fork();
        branch.submit(fault, new Origin.Fault("test"));
        branch.runUntil(branch.now());
        return branch;
    }

    private static Simulation later(Simulation run, long ns) {
        Simulation branch = run.fork();
        branch.runUntil(branch.now() + ns);
        return branch;
    }

    private static Answer ask(Simulation run) {
        Question question = new Question("outside", "client", Protocol.TCP, 22, "");
        return ((Reach.Answered) Reach.of(run).ask(question)).answer();
    }

    private static List<Reason> reasons(Simulation run) {
        return ask(run).why().stream().map(w -> w.reason()).toList();
    }

    private static LogicalRouterPort gateway(Simulation run) {
        return NorthboundView.of(run.world()).routerPorts().stream()
                .filter(port -> !port.gatewayChassis().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static String home(Simulation run) {
        return SouthboundView.residence(run.world(), gateway(run))
                .map(Chassis::hostname)
                .orElse("");
    }

    /** A run whose server is not on the chassis with the gateway. */
    private static Simulation apart() {
        String host = NovaView.servers(CALM.world()).getFirst().host();
        assertThat(host).isNotEqualTo(home(CALM));
        return CALM;
    }

    /** How long nothing arrives after a fault, to a tenth of a second. */
    private static double awaySeconds(Simulation run) {
        long step = 100 * SimTime.MILLISECOND;
        Simulation branch = run.fork();
        long fromNs = branch.now();
        while (!ask(branch).reaches()) {
            assertThat(reasons(branch)).containsExactly(Reason.FAIL_OVER_UNDER_WAY);
            branch.runUntil(branch.now() + step);
        }
        return (branch.now() - fromNs) / (double) SimTime.SECOND;
    }

    @Test
    void tellsSinceWhenAndUntilWhen() {
        Simulation run = after(apart(), new CutPower(home(CALM)));

        String words = ask(run).why().orElseThrow().words().en();

        assertThat(words)
                .matches(
                        "fail-over of the gateway to ext_net from server\\d to server\\d is under"
                                + " way since [0-9:.]+, until [0-9:.]+");
        assertThat(words).contains("since " + clock(run.now()));
    }

    private static String clock(long ns) {
        long hundredths = ns % SimTime.SECOND / (10 * SimTime.MILLISECOND);
        return SimTime.clock(ns) + "." + hundredths / 10 + hundredths % 10;
    }

    @Test
    void takesTwoAndAHalfToThreeAndAHalfSecondsWhateverTheLuck() {
        List<Double> all = new ArrayList<>();
        Simulation run = apart();
        for (int i = 0; i < 60; i++) {
            run = later(run, SimTime.SECOND); // each instant has luck of its own
            all.add(awaySeconds(after(run, new CutPower(home(run)))));
        }

        assertThat(all).allSatisfy(s -> assertThat(s).isBetween(2.5, 3.6)); // looked at by tenths
        assertThat(all.stream().distinct().count()).isGreaterThan(5);
    }

    @Test
    void isTheSameForACableALinkAndAStoppedSwitch() {
        String first = home(CALM);
        for (Command fault :
                List.of(
                        new PullCable(first, CARD),
                        new CutLink(first, CARD),
                        new StopService(first, SWITCH))) {
            Simulation run = after(apart(), fault);

            assertThat(awaySeconds(run)).as("%s", fault).isBetween(2.5, 3.6);
            assertThat(home(later(run, 4 * SimTime.SECOND))).as("%s", fault).isNotEqualTo(first);
        }
    }

    @Test
    void showsTheClaimInTheSouthboundDatabaseAndTheJournal() {
        Simulation run = after(apart(), new CutPower(home(CALM)));
        Simulation done = later(run, 4 * SimTime.SECOND);

        List<GatewayClaimed> claims =
                done.journal().entries().stream()
                        .map(JournalEntry::what)
                        .filter(JournalEntry.Happened.class::isInstance)
                        .map(what -> ((JournalEntry.Happened) what).fact())
                        .filter(GatewayClaimed.class::isInstance)
                        .map(GatewayClaimed.class::cast)
                        .toList();
        String port = "cr-" + gateway(CALM).name();
        assertThat(claims).containsExactly(new GatewayClaimed(port, home(done), home(CALM)));
        assertThat(home(run)).isEqualTo(home(CALM)).isNotEqualTo(home(done));
        assertThat(shown(done)).isEqualTo(home(done));
        assertThat(shown(CALM)).isEqualTo(home(CALM));
    }

    /** The chassis under which {@code ovn-sbctl show} has the gateway. */
    private static String shown(Simulation run) {
        String leader = "";
        for (String line : Labs.ask(run, "juju status ovn-central").lines().toList()) {
            if (line.contains("ovnsb_db")) {
                leader = line.substring(0, line.indexOf(' ')).replace("*", "");
            }
        }
        String chassis = "";
        String shown = Labs.ask(run, "juju ssh " + leader + " sudo ovn-sbctl show");
        for (String line : shown.lines().toList()) {
            if (line.startsWith("Chassis ")) {
                chassis = line.substring("Chassis ".length()).replace("\"", "");
            } else if (line.contains("cr-lrp-")) {
                return chassis;
            }
        }
        return "";
    }

    @Test
    void failsBackWhenTheChassisReturns() {
        String first = home(CALM);
        Simulation away = later(after(apart(), new PullCable(first, CARD)), SimTime.MINUTE);
        Simulation back = after(away, new PlugCable(first, CARD));

        assertThat(home(away)).isNotEqualTo(first);
        assertThat(home(back)).isNotEqualTo(first);
        assertThat(home(later(back, 8 * SimTime.SECOND))).isEqualTo(first);
        assertThat(reasons(later(back, 8 * SimTime.SECOND))).isEmpty();
    }

    @Test
    void failsBackAfterTheBootOfItsMachine() {
        String first = home(CALM);
        Simulation away = later(after(apart(), new CutPower(first)), SimTime.MINUTE);
        Simulation back = after(away, new RestorePower(first));

        assertThat(home(later(back, 10 * SimTime.SECOND))).isNotEqualTo(first);
        assertThat(home(later(back, 10 * SimTime.MINUTE))).isEqualTo(first);
    }

    @Test
    void doesNotMoveForASilenceThatNobodyNotices() {
        String first = home(CALM);
        Simulation pulled = later(after(apart(), new PullCable(first, CARD)), SimTime.SECOND);
        Simulation plugged = after(pulled, new PlugCable(first, CARD));

        assertThat(reasons(pulled)).containsExactly(Reason.FAIL_OVER_UNDER_WAY);
        assertThat(reasons(plugged)).isEmpty();
        assertThat(home(later(plugged, SimTime.MINUTE))).isEqualTo(first);
    }

    @Test
    void doesNotMoveWhenOnlyOvnControllerStops() {
        String first = home(CALM);

        Simulation run = after(apart(), new StopService(first, "ovn-controller"));

        assertThat(reasons(run)).isEmpty();
        assertThat(home(later(run, SimTime.MINUTE))).isEqualTo(first);
        assertThat(reasons(later(run, SimTime.MINUTE))).isEmpty();
    }

    @Test
    void staysWithTheLastWhenAllAreDead() {
        Simulation run = CALM;
        List<String> dead = new ArrayList<>();
        while (dead.size() < gateway(run).gatewayChassis().size()) {
            String home = home(run);
            dead.add(home);
            run = later(after(run, new StopService(home, SWITCH)), SimTime.MINUTE);
        }

        assertThat(dead).doesNotHaveDuplicates();
        assertThat(home(run)).isEqualTo(dead.getLast());
        assertThat(ask(run).why()).isPresent();
        Simulation back = after(run, new StartService(dead.getFirst(), SWITCH));
        assertThat(home(later(back, SimTime.MINUTE))).isEqualTo(dead.getFirst());
    }

    @Test
    void cannotMoveWithoutAMajorityOfTheSouthboundDatabase() {
        Simulation dead = CALM;
        for (String unit : List.of("ovn-central/0", "ovn-central/1")) {
            String host =
                    JujuView.models(CALM.world()).stream()
                            .flatMap(m -> JujuView.unit(CALM.world(), m.key(), unit).stream())
                            .map(u -> JujuView.hostOf(CALM.world(), u))
                            .findFirst()
                            .orElseThrow();
            dead = after(dead, new StopService(host, "ovn-central"));
        }
        Simulation run = after(later(dead, SimTime.MINUTE), new StopService(home(CALM), SWITCH));
        Simulation held = later(run, SimTime.MINUTE);

        assertThat(reasons(dead)).isEmpty();
        assertThat(reasons(held)).containsExactly(Reason.SOUTHBOUND_DOWN);
        assertThat(home(held)).isEqualTo(home(CALM));
        String host =
                HostView.hosts(held.world()).stream()
                        .map(Host::name)
                        .filter(h -> HostView.isStopped(held.world(), h, "ovn-central"))
                        .findFirst()
                        .orElseThrow();
        Simulation mended =
                later(after(held, new StartService(host, "ovn-central")), SimTime.MINUTE);
        assertThat(home(mended)).isNotEqualTo(home(CALM));
        assertThat(reasons(mended)).isEmpty();
    }

    @Test
    void saysThatTheSwitchBelowTheServerIsStopped() {
        String host =
                NeutronView.ports(CALM.world()).stream()
                        .filter(p -> p.deviceOwner().startsWith("compute:"))
                        .findFirst()
                        .orElseThrow()
                        .host();

        Simulation run = after(CALM, new StopService(host, SWITCH));

        assertThat(reasons(run)).containsExactly(Reason.SWITCH_STOPPED);
        assertThat(Networks.cure(ask(run))).isEqualTo("sudo systemctl start openvswitch-switch");
    }

    @Test
    void goesOnFromAnObservedState() {
        Simulation run = after(apart(), new CutPower(home(CALM)));
        Simulation resumed = Simulation.resume(run.model(), run.settings(), run.world(), run.now());

        resumed.runUntil(run.now() + 4 * SimTime.SECOND);

        assertThat(home(resumed)).isEqualTo(home(later(run, 4 * SimTime.SECOND)));
        assertThat(resumed.violations()).isEmpty();
    }
}
