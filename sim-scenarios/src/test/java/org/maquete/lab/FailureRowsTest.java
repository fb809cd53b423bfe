package org.maquete.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maquete.finding.Finding;
import org.maquete.finding.Rule;
import org.maquete.finding.Run;
import org.maquete.finding.TypedLine;
import org.maquete.hardware.CutPower;
import org.maquete.hardware.DisconnectController;
import org.maquete.hardware.PullCable;
import org.maquete.hardware.RestorePower;
import org.maquete.hardware.SetControllerPassword;
import org.maquete.host.FillDisk;
import org.maquete.host.HostView;
import org.maquete.host.SkewClock;
import org.maquete.kernel.Command;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Reply;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Simulation;
import org.maquete.maas.CommissionMachine;
import org.maquete.maas.CreateResource;
import org.maquete.maas.DefineSubnet;
import org.maquete.maas.MaasView;
import org.maquete.maas.ResourceKind;
import org.maquete.maas.Wiring;
import org.maquete.nova.HostMemory;
import org.maquete.operator.OperatorView;
import org.maquete.operator.Pace;
import org.maquete.operator.TypeScript;
import org.maquete.runbook.SourceText;
import org.maquete.whatif.OperatorTask;
import org.maquete.whatif.OperatorTasks;

/**
 * The most frequent failures that concern machines, MAAS, LXD and agents, each shown on the
 * deployed cloud with its symptom's text. The numbers are rows of the project's list of failures;
 * the rows of the charms and those that are left out stand in the test of the same name in
 * sim-core.
 */
final class FailureRowsTest {

    private static final String SPARE = "server2";

    private static Simulation deployed;

    @BeforeAll
    static void deploy() {
        deployed = Labs.deployed();
    }

    private Simulation run;

    @BeforeEach
    void forkIt() {
        run = deployed.fork();
    }

    @Test
    void row27NoValidHostWasFound() {
        type("openstack flavor create --ram 30000 --disk 20 --vcpus 4 huge");
        type("openstack server create --flavor huge --image jammy-amd64 --network lab_net big");

        assertThat(type("openstack server show big -f value -c fault"))
                .contains("No valid host was found. ");
    }

    @Test
    void row28FitsInNovaButTheHostSwaps() {
        type("openstack flavor create --ram 9000 --disk 20 --vcpus 1 wide");
        for (String name : List.of("w1", "w2", "w3")) {
            type(
                    "openstack server create --flavor wide --image jammy-amd64 --network lab_net "
                            + name);
        }

        assertThat(HostMemory.of(run.world()))
                .anyMatch(h -> h.freeMib() < 0 && h.novaFreeMib() > 0);
        assertThat(findings("nova.host-memory"))
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.cause().en()).contains("the host swaps"));
    }

    @Test
    void row28DoesNotWarnOfTheCorrectedRunbook() {
        assertThat(findings("nova.host-memory")).isEmpty();
        assertThat(HostMemory.of(run.world())).allMatch(host -> host.freeMib() > 0);
    }

    @Test
    void row31ComputeServiceIsDownByItsClockThoughServersRun() {
        for (String host : List.of("server3", "server4", "server5")) {
            ask(new SkewClock(host, 90 * SimTime.SECOND));
        }
        type("openstack server create --flavor m1.tiny --image jammy-amd64 --network lab_net late");

        assertThat(type("openstack server show late -f value -c fault"))
                .contains("No valid host was found. There are not enough hosts available.");
        assertThat(type("openstack server show client -f value -c status")).isEqualTo("ACTIVE");
    }

    @Test
    void row33NoAvailableMachineMatchesConstraints() {
        type("juju add-machine --constraints tags=juju");

        assertThat(type("juju status"))
                .contains("failed to acquire node: No available machine matches constraints: [(");
    }

    @Test
    void row34FailedCommissioning() {
        ask(new PullCable(SPARE, "enp1s0")).ask(new CommissionMachine(SPARE, false));
        run.runUntil(run.now() + SimTime.HOUR);

        assertThat(maasStatus()).isEqualTo("Failed commissioning");
    }

    @Test
    void row35FailedDeploymentAfterThirtyMinutes() {
        ask(new PullCable(SPARE, "enp1s0"));
        type("juju add-machine --constraints tags=reserve");
        run.runUntil(run.now() + SimTime.HOUR);

        assertThat(maasStatus()).isEqualTo("Failed deployment");
        assertThat(type("juju status")).contains("Failed deployment: ");
    }

    @Test
    void row36AmtRefuses() {
        ask(new SetControllerPassword(SPARE, "changed"));
        type("juju add-machine --constraints tags=reserve");

        assertThat(type("juju status --format json"))
                .contains("Failed to query node's BMC")
                .contains("Please check power credentials.");
    }

    @Test
    void row36AmtIsNotReached() {
        ask(new DisconnectController(SPARE));
        type("juju add-machine --constraints tags=reserve");

        assertThat(type("juju status --format json")).contains("Unable to power control the node.");
    }

    @Test
    void row37UnitIsStuckWaitingForMachine() {
        type("juju deploy ubuntu --to lxd:9");

        assertThat(type("juju status ubuntu"))
                .containsPattern("ubuntu/0 +waiting +allocating +waiting for machine");
    }

    @Test
    void row38ContainerHasNoNetworkInItsSpace() {
        ask(new CreateResource(ResourceKind.SPACE, "storage", List.of()));
        ask(new CreateResource(ResourceKind.VLAN, "fabric-0 30", List.of("space=storage")));
        ask(
                new DefineSubnet(
                        "10.30.0.0/24",
                        "",
                        "",
                        "",
                        "",
                        "",
                        List.of(),
                        new Wiring("", "fabric-0", 30, "")));
        type("juju reload-spaces");
        type("juju deploy vault spare-vault --to lxd:0 --bind storage");

        assertThat(type("juju status --format json"))
                .contains(
                        "host machine \\\"0\\\" has no available device in space(s)"
                                + " \\\"storage\\\"");
        assertThat(type("juju status spare-vault"))
                .containsPattern("spare-vault/0 +waiting +allocating +\\S+ +waiting for machine");
    }

    @Test
    void row39StorageCharmIsRefusedInLxd() {
        type("juju deploy postgresql --to lxd:0");

        assertThat(type("juju show-unit postgresql/0") + type("juju status --format json"))
                .contains(
                        "adding storage of type \\\"filesystem\\\" to lxd container not supported");
    }

    @Test
    void row40BaseDoesNotMatch() {
        type("juju deploy ubuntu --base ubuntu@20.04");
        type("juju add-unit ubuntu --to 0");

        assertThat(type("juju status --format json"))
                .contains("base does not match: unit has \\\"ubuntu@20.04\\\", machine has")
                .contains("\\\"ubuntu@22.04\\\"");
    }

    @Test
    void row41JujuClientCannotConnectWhenItsOnlyControllerIsOff() {
        ask(new CutPower("server1"));

        TypedLine line = line("juju status");
        assertThat(line.answer().exit()).isEqualTo(1);
        assertThat(line.answer().stderr())
                .matches(
                        "ERROR unable to connect to API: dial tcp 172\\.16\\.\\d+\\.\\d+:17070:"
                                + " connect: no route to host\n");
    }

    @Test
    void row43InstancesAreShutoffAfterAPowerCut() {
        Simulation before = run.fork();
        for (String host : List.of("server3", "server4", "server5")) {
            ask(new CutPower(host)).ask(new RestorePower(host));
        }
        run.runUntil(run.now() + SimTime.HOUR);

        assertThat(OperatorTasks.of(run.world(), before.world()))
                .extracting(OperatorTask::why, OperatorTask::lines)
                .contains(
                        tuple(
                                "SHUTOFF since its host booted",
                                List.of("openstack server start client")));
    }

    @Test
    void row57DiskIsFullOnANode() {
        Simulation before = run.fork();
        ask(new FillDisk("server3"));

        assertThat(HostView.isDiskFull(run.world(), "server3")).isTrue();
        assertThat(OperatorTasks.of(run.world(), before.world()))
                .extracting(OperatorTask::subject, OperatorTask::why)
                .contains(tuple("server3", "No space left on device"));
    }

    /** The rows that the test of the same name in sim-core leaves to this one. */
    @Test
    void everyRowThatIsLeftToTheDeployedCloudHasAScenario() {
        List<Integer> rows =
                Arrays.stream(FailureRowsTest.class.getDeclaredMethods())
                        .map(Method::getName)
                        .filter(name -> name.matches("row[0-9]+.*"))
                        .map(name -> Integer.valueOf(name.replaceAll("row([0-9]+).*", "$1")))
                        .distinct()
                        .sorted()
                        .toList();

        assertThat(rows).containsExactly(27, 28, 31, 33, 34, 35, 36, 37, 38, 39, 40, 41, 43, 57);
    }

    private FailureRowsTest ask(Command command) {
        assertThat(run.submit(command, new Origin.Fault("test"))).isNotInstanceOf(Reply.No.class);
        return this;
    }

    /** Types a line as a patient person would; gives what it prints. */
    private String type(String line) {
        return line(line).answer().text();
    }

    private TypedLine line(String line) {
        SourceText text = new SourceText("failure.sh", line + "\n");
        run.submit(new TypeScript(List.of(text), Pace.PATIENT), new Origin.Person("a test"));
        run.runToEnd();
        return OperatorView.line(run.world(), OperatorView.lineCount(run.world()) - 1);
    }

    private String maasStatus() {
        return MaasView.machine(run.world(), SPARE).orElseThrow().status().text();
    }

    private List<Finding> findings(String rule) {
        Run seen =
                new Run(OperatorView.lines(run.world()), run.journal(), run.world(), run.model());
        return run.model().contributions(Rule.class).stream()
                .filter(r -> r.id().equals(rule))
                .flatMap(r -> r.check(seen).stream())
                .toList();
    }
}
