package org.maquete.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.host.HostView;
import org.maquete.host.StartService;
import org.maquete.host.StopService;
import org.maquete.juju.JujuView;
import org.maquete.juju.Unit;
import org.maquete.kernel.Command;
import org.maquete.kernel.Origin;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Simulation;
import org.maquete.neutron.ovn.NorthboundView;
import org.maquete.neutron.ovn.SouthboundView;
import org.maquete.nova.NovaView;
import org.maquete.nova.Server;
import org.maquete.operator.Pace;
import org.maquete.operator.TypeScript;
import org.maquete.ovn.OvnView;
import org.maquete.reach.Answer;
import org.maquete.reach.Protocol;
import org.maquete.reach.Question;
import org.maquete.reach.Reach;
import org.maquete.runbook.SourceText;

/**
 * Parts of OVN die under a cloud that works: what goes on, what stands still, and what comes back.
 * Each scenario is a table: before, during, after.
 */
final class OvnOutageTest {

    private static final Simulation CALM = Networks.typed(Networks.ALL).run();

    private static final String NEW =
            """
            openstack server create --image jammy-amd64 --flavor m1.tiny --network lab_net \
              --security-group Allow_SSH late
            """;

    private static Simulation with(Simulation run, Command... faults) {
        Simulation branch = run.fork();
        for (Command fault : faults) {
            branch.submit(fault, new Origin.Fault("test"));
        }
        branch.runUntil(branch.now() + SimTime.MINUTE);
        return branch;
    }

    private static Simulation typed(Simulation run, long waitNs) {
        Simulation branch = run.fork();
        branch.submit(
                new TypeScript(List.of(new SourceText("late.sh", NEW)), Pace.HASTY),
                new Origin.Person("types more"));
        branch.runUntil(branch.now() + waitNs);
        return branch;
    }

    private static Answer ask(Simulation run, String from, String to, int port) {
        Question question = new Question(from, to, Protocol.TCP, port, "");
        return ((Reach.Answered) Reach.of(run).ask(question)).answer();
    }

    private static String verdict(Simulation run, String to) {
        return ask(run, to.equals("outside") ? "client" : "outside", to, 22)
                .why()
                .map(why -> why.reason().word())
                .orElse("yes");
    }

    /** What a person sees: the old server from outside, the way out, the new server. */
    private static String row(String when, Simulation run) {
        Server late =
                NovaView.servers(run.world()).stream()
                        .filter(s -> s.name().equals("late"))
                        .findFirst()
                        .orElse(null);
        String state = late == null ? "-" : late.status();
        String reached = late == null ? "-" : verdict(run, late);
        return when
                + ": in "
                + verdict(run, "client")
                + ", out "
                + verdict(run, "outside")
                + ", late "
                + state
                + " "
                + reached;
    }

    private static String verdict(Simulation run, Server late) {
        return ask(run, "client", late.name(), 22)
                .why()
                .map(why -> why.reason().word())
                .orElse("yes");
    }

    private static List<String> hosts(Simulation run) {
        List<String> hosts = new ArrayList<>();
        for (Unit unit : JujuView.unitsOfCharm(run.world(), "ovn-central")) {
            hosts.add(JujuView.hostOf(run.world(), unit));
        }
        return hosts;
    }

    private static Command[] stopped(String service, int count) {
        return hosts(CALM).stream()
                .limit(count)
                .map(host -> new StopService(host, service))
                .toArray(Command[]::new);
    }

    private static Command[] started(String service, int count) {
        return hosts(CALM).stream()
                .limit(count)
                .map(host -> new StartService(host, service))
                .toArray(Command[]::new);
    }

    private static String fault(Simulation run) {
        return NovaView.servers(run.world()).stream()
                .filter(s -> s.name().equals("late"))
                .findFirst()
                .orElseThrow()
                .fault();
    }

    @Test
    void withoutNorthdTheOldFlowsAndNothingNewComesUp() {
        Simulation dead = with(CALM, stopped(OvnView.NORTHD, 3));
        Simulation during = typed(dead, 2 * SimTime.MINUTE);
        Simulation after = with(during, started(OvnView.NORTHD, 1));

        assertThat(List.of(row("before", CALM), row("during", during), row("after", after)))
                .containsExactly(
                        "before: in yes, out yes, late - -",
                        "during: in yes, out yes, late BUILD northd-down",
                        "after: in yes, out yes, late ACTIVE yes");
    }

    @Test
    void givesAServerUpWhosePortIsNotPluggedWithinFiveMinutes() {
        Simulation dead = with(CALM, stopped(OvnView.NORTHD, 3));
        Simulation soon = typed(dead, 4 * SimTime.MINUTE);
        Simulation late = typed(dead, 7 * SimTime.MINUTE);

        assertThat(row("soon", soon)).endsWith("late BUILD northd-down");
        assertThat(row("late", late))
                .isEqualTo("late: in yes, out yes, late ERROR server-not-active");
        assertThat(fault(late))
                .matches(
                        "Build of instance [0-9a-f-]{36} aborted:"
                                + " Failed to allocate the network\\(s\\), not rescheduling\\.");
        assertThat(late.violations()).isEmpty();
    }

    @Test
    void anotherNorthdTakesOver() {
        Simulation one = with(CALM, stopped(OvnView.NORTHD, 2));

        Simulation during = typed(one, 2 * SimTime.MINUTE);

        assertThat(row("during", during)).isEqualTo("during: in yes, out yes, late ACTIVE yes");
    }

    @Test
    void withoutTheSouthboundDatabaseTheOldFlowsAndNothingNewComesUp() {
        Simulation dead = with(CALM, stopped(OvnView.SOUTHBOUND, 2));
        Simulation during = typed(dead, 2 * SimTime.MINUTE);
        Simulation after = with(during, started(OvnView.SOUTHBOUND, 1));

        assertThat(List.of(row("before", CALM), row("during", during), row("after", after)))
                .containsExactly(
                        "before: in yes, out yes, late - -",
                        "during: in yes, out yes, late BUILD southbound-down",
                        "after: in yes, out yes, late ACTIVE yes");
    }

    @Test
    void threeServersSurviveOne() {
        Simulation dead = with(CALM, stopped(OvnView.SERVICE, 1));

        Simulation during = typed(dead, 2 * SimTime.MINUTE);

        assertThat(row("during", during)).isEqualTo("during: in yes, out yes, late ACTIVE yes");
    }

    @Test
    void withoutOvnControllersOldFlowsStayAndNewPortsAreNotBound() {
        List<Command> all = new ArrayList<>();
        HostView.hosts(CALM.world()).stream()
                .filter(h -> HostView.isRunning(CALM.world(), h.name(), "ovn-controller"))
                .forEach(h -> all.add(new StopService(h.name(), "ovn-controller")));
        Simulation dead = with(CALM, all.toArray(Command[]::new));

        Simulation during = typed(dead, 2 * SimTime.MINUTE);

        assertThat(row("during", during))
                .isEqualTo("during: in yes, out yes, late ERROR server-not-active");
        assertThat(fault(during)).contains("Exceeded maximum number of retries.");
    }

    @Test
    void aGatewayWhoseBridgeHasNoCardIsABlackHoleAndStays() {
        Simulation during =
                Networks.typed(
                                Networks.ALL
                                        + "juju config ovn-chassis"
                                        + " ovn-bridge-mappings=physnet1:br-data\n")
                        .run();
        Answer answer = ask(during, "outside", "client", 22);

        assertThat(home(during)).isEqualTo(home(CALM));
        assertThat(verdict(during, "client")).isEqualTo("bridge-without-card");
        assertThat(Networks.cure(answer))
                .isEqualTo("juju config ovn-chassis bridge-interface-mappings=br-data:enp1s0");
        Simulation later = during.fork();
        later.runUntil(later.now() + SimTime.HOUR);
        assertThat(home(later)).isEqualTo(home(CALM));
        assertThat(verdict(later, "outside")).isEqualTo("bridge-without-card");
    }

    private static String home(Simulation run) {
        return NorthboundView.of(run.world()).routerPorts().stream()
                .filter(port -> !port.gatewayChassis().isEmpty())
                .flatMap(port -> SouthboundView.residence(run.world(), port).stream())
                .map(chassis -> chassis.hostname())
                .findFirst()
                .orElse("");
    }
}
