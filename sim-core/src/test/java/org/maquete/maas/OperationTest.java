package org.maquete.maas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.InfraBench;
import org.maquete.hardware.CutPower;
import org.maquete.hardware.DiskRole;
import org.maquete.hardware.DiskSpec;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.InstallMachine;
import org.maquete.hardware.NicSpec;
import org.maquete.hardware.PullCable;
import org.maquete.hardware.RestorePower;
import org.maquete.hardware.SetControllerPassword;
import org.maquete.hardware.SetPower;
import org.maquete.hardware.WriteDisk;
import org.maquete.host.HostView;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.SimTime;
import org.maquete.world.World;

/** Everything that MAAS does with a machine besides deploying it. */
class OperationTest {

    private static final String S = "server1";
    private static final String JAMMY = "ubuntu/jammy";

    private final InfraBench bench = InfraBench.lab().machine(S, 4, 16384, "juju");

    @Test
    void commissionsAndTestsInFourToEightMinutes() {
        bench.ask(new CommissionMachine(S, true)).settle();

        assertThat(messages())
                .containsExactly(
                        "Commissioning Commissioning",
                        "Commissioning Performing PXE boot",
                        "Commissioning Loading ephemeral",
                        "Commissioning Gathering information",
                        "Testing Running test",
                        "Ready Ready");
        assertThat(seconds()).isBetween(220L, 480L + 300L); // with the next asking for the power
        assertThat(HardwareView.isOn(world(), S)).isFalse();
        assertThat(machine().power().state()).isEqualTo("off");
    }

    @Test
    void commissionsWithoutTestsWhenToldSo() {
        bench.ask(new CommissionMachine(S, false)).settle();

        assertThat(messages()).noneMatch(m -> m.startsWith("Testing")).endsWith("Ready Ready");
    }

    @Test
    void failsACommissioningThatDoesNotBootInTime() {
        bench.ask(new PullCable(S, "enp1s0")).ask(new CommissionMachine(S, true)).settle();

        assertThat(status()).isEqualTo(NodeStatus.FAILED_COMMISSIONING);
        assertThat(machine().statusMessage())
                .isEqualTo(
                        "Marking node failed - Node operation 'Commissioning' timed out after 30"
                                + " minutes.");
        assertThat(bench.simulation().now()).isEqualTo(30 * SimTime.MINUTE);
    }

    @Test
    void failsATestHalfAnHourAfterTheLastHeartbeat() {
        bench.ask(new TestMachine(S));
        bench.until(MachineStatusChanged.class, f -> f.message().equals("Running test"));
        long cutNs = bench.simulation().now();

        bench.ask(new CutPower(S));
        bench.until(MachineStatusChanged.class, f -> f.status() == NodeStatus.FAILED_TESTING);

        assertThat(machine().statusMessage())
                .isEqualTo(
                        "Marking node failed - Node has not been heard from for the last 30"
                                + " minutes");
        assertThat(bench.simulation().now() - cutNs)
                .isBetween(28 * SimTime.MINUTE, 30 * SimTime.MINUTE);
    }

    @Test
    void commissioningBeginsAnewWhenThePowerReturns() {
        bench.ask(new CommissionMachine(S, true));
        bench.until(MachineStatusChanged.class, f -> f.message().equals("Gathering information"));

        bench.ask(new CutPower(S)).ask(new RestorePower(S)).settle();

        assertThat(status()).isEqualTo(NodeStatus.READY);
        assertThat(messages().stream().filter(m -> m.endsWith("PXE boot"))).hasSize(2);
    }

    @Test
    void goesBackWhenTheControllerHasAnotherPassword() {
        bench.ask(new SetControllerPassword(S, "other")).settle();
        long beginNs = bench.simulation().now();

        bench.ask(new CommissionMachine(S, true)).settle();

        assertThat(machine().power().state()).isEqualTo("error");
        assertThat(status()).isEqualTo(NodeStatus.READY);
        assertThat(machine().statusMessage())
                .isEqualTo(
                        "Failed to query node's BMC - (admin) - Aborting COMMISSIONING and"
                                + " reverting to READY. Unable to power control the node. Please"
                                + " check power credentials.");
        assertThat(bench.simulation().now() - beginNs)
                .isBetween(5 * SimTime.SECOND, 12 * SimTime.SECOND);
    }

    @Test
    void seesAChangeOfPowerWhenItAsksNext() {
        bench.ask(new SetPower(S, true));
        assertThat(machine().power().state()).isEqualTo("off");
        bench.resumesEqually();

        bench.settle();

        assertThat(machine().power().state()).isEqualTo("on");
        assertThat(bench.simulation().now()).isLessThanOrEqualTo(5 * SimTime.MINUTE);
    }

    @Test
    void refusesToAskAControllerThatDoesNotAnswer() {
        bench.ask(new CutPower(S));

        assertThat(bench.refused(new QueryPowerState(S)))
                .isEqualTo(Refusal.of("500", "ExitError: exit status 1"));
        bench.ask(new RestorePower(S)).ask(new QueryPowerState(S));
        assertThat(machine().power().state()).isEqualTo("off");
    }

    @Test
    void startsOnlyMachinesThatBelongToSomebody() {
        assertThat(bench.refused(new PowerMachine(S, true)).message())
                .isEqualTo("Can't start node: it hasn't been allocated.");
        deploy();
        bench.ask(new PowerMachine(S, false)).settle();
        assertThat(HostView.isUp(world(), S)).isFalse();

        bench.ask(new PowerMachine(S, true)).settle();

        assertThat(HostView.isUp(world(), S)).isTrue();
    }

    @Test
    void erasesTheDisksBeforeARelease() {
        deploy();
        bench.ask(new WriteDisk(S, "/dev/sdb"));
        long beginNs = bench.simulation().now();

        bench.ask(new ReleaseMachine(S, Erase.FULL));
        assertThat(status()).isEqualTo(NodeStatus.DISK_ERASING);
        bench.until(MachineStatusChanged.class, f -> f.message().equals("Disk erasing"));
        bench.resumesEqually();
        bench.settle();

        assertThat(status()).isEqualTo(NodeStatus.READY);
        assertThat(HardwareView.disk(world(), S, "/dev/sdb").orElseThrow().pristine()).isTrue();
        assertThat(HostView.host(world(), S)).isEmpty();
        assertThat(bench.simulation().now() - beginNs).isGreaterThan(14 * SimTime.MINUTE);
    }

    @Test
    void aReleaseWithoutErasingLeavesTheDisks() {
        deploy();
        bench.ask(new WriteDisk(S, "/dev/sdb"));

        bench.ask(new ReleaseMachine(S)).settle();

        assertThat(HardwareView.disk(world(), S, "/dev/sdb").orElseThrow().pristine()).isFalse();
    }

    @Test
    void anErasingThatDiedStaysUntilSomebodyAbortsIt() {
        deploy();
        bench.ask(new ReleaseMachine(S, Erase.QUICK));
        bench.until(MachineStatusChanged.class, f -> f.message().equals("Loading ephemeral"));

        bench.ask(new CutPower(S)).settle();
        assertThat(status()).isEqualTo(NodeStatus.DISK_ERASING);

        bench.ask(new AbortOperation(S)).settle();
        assertThat(status()).isEqualTo(NodeStatus.FAILED_DISK_ERASING);
    }

    @Test
    void abortsEachOperationToItsStatus() {
        bench.ask(new CommissionMachine(S, true)).ask(new AbortOperation(S)).settle();
        assertThat(status()).isEqualTo(NodeStatus.NEW);
        assertThat(machine().statusMessage()).isEqualTo("Aborted commissioning");

        bench.ask(new CommissionMachine(S, true));
        bench.until(MachineStatusChanged.class, f -> f.message().equals("Running test"));
        bench.ask(new AbortOperation(S)).settle();
        assertThat(status()).isEqualTo(NodeStatus.READY);

        bench.ask(new AllocateMachine("r", AllocationConstraints.NONE, "uuid"))
                .ask(new DeployMachine(S, JAMMY))
                .ask(new AbortOperation(S))
                .settle();
        assertThat(status()).isEqualTo(NodeStatus.ALLOCATED);
        assertThat(bench.refused(new AbortOperation(S)).message())
                .isEqualTo(
                        "Cannot abort in current state: node "
                                + machine().systemId()
                                + " is in state Allocated.");
    }

    @Test
    void refusesWhatTheStatusDoesNotOffer() {
        bench.ask(new AllocateMachine("r", AllocationConstraints.NONE, "uuid"));

        assertThat(bench.refused(new CommissionMachine(S, true)))
                .isEqualTo(
                        new Refusal(
                                "400",
                                "__all__",
                                "Commission is not available because of the current state of the"
                                        + " node.",
                                Ref.NONE));
        bench.ask(new DeployMachine(S, JAMMY));
        assertThat(bench.refused(new TestMachine(S)).message())
                .isEqualTo("Test is not available because of the current state of the node.");
        assertThat(bench.refused(new EnterRescueMode(S)).message())
                .isEqualTo("Invalid transition: Deploying -> Entering rescue mode.");
        assertThat(bench.refused(new ExitRescueMode(S)).message())
                .isEqualTo("Invalid transition: Deploying -> Exiting rescue mode.");
        assertThat(bench.refused(new MarkFixed(S)).message())
                .isEqualTo("Can't mark a non-broken node as 'Ready'.");
        assertThat(bench.refused(new OverrideFailedTesting(S)).message())
                .isEqualTo(
                        "Unable to override node status. Node is not in 'Failed testing' status.");
    }

    @Test
    void refusesToCommissionWithoutPowerTypeOrImage() {
        bench.ask(new UpdateMachine(S, List.of("power_type=")));
        assertThat(bench.refused(new CommissionMachine(S, true)))
                .isEqualTo(
                        Refusal.of(
                                "500",
                                "Unconfigured power type. Please configure the power type and try"
                                        + " again."));

        InfraBench bare = InfraBench.empty().machine(S, 4, 16384);
        assertThat(bare.refused(new CommissionMachine(S, true)).message())
                .isEqualTo(
                        "Ephemeral operating system ubuntu/jammy for amd64/generic is"
                                + " unavailable.");
    }

    @Test
    void testsADeployedMachineAndBootsItsSystemAgain() {
        deploy();

        bench.ask(new TestMachine(S));
        bench.until(MachineStatusChanged.class, f -> f.message().equals("Running test"));
        assertThat(HostView.isUp(world(), S)).isFalse();
        bench.settle();

        assertThat(status()).isEqualTo(NodeStatus.DEPLOYED);
        assertThat(HostView.isUp(world(), S)).isTrue();
    }

    @Test
    void rescuesADeployedMachineAndLetsItGo() {
        deploy();

        bench.ask(new EnterRescueMode(S)).settle();
        assertThat(status()).isEqualTo(NodeStatus.RESCUE_MODE);
        assertThat(HostView.isUp(world(), S)).isFalse();
        assertThat(HardwareView.isOn(world(), S)).isTrue();

        bench.ask(new ExitRescueMode(S)).settle();
        assertThat(status()).isEqualTo(NodeStatus.DEPLOYED);
        assertThat(HostView.isUp(world(), S)).isTrue();
    }

    @Test
    void rescuesAReadyMachineAndSwitchesItOff() {
        bench.ask(new EnterRescueMode(S)).settle().ask(new ExitRescueMode(S)).settle();

        assertThat(status()).isEqualTo(NodeStatus.READY);
        assertThat(HardwareView.isOn(world(), S)).isFalse();
    }

    @Test
    void failsToLeaveRescueModeFromAStatusForWhichItSwitchesNothing() {
        bench.ask(new AllocateMachine("r", AllocationConstraints.NONE, "uuid"))
                .ask(new EnterRescueMode(S))
                .settle()
                .ask(new ExitRescueMode(S))
                .settle();

        assertThat(status()).isEqualTo(NodeStatus.FAILED_EXITING_RESCUE_MODE);
    }

    @Test
    void aBrokenMachineThatWasDeployedIsDeployedOnceFixed() {
        deploy();

        bench.ask(new MarkBroken(S, "fan")).settle();
        assertThat(status()).isEqualTo(NodeStatus.BROKEN);
        assertThat(machine().statusMessage()).isEqualTo("fan");
        assertThat(HardwareView.isOn(world(), S)).isFalse();

        bench.ask(new MarkFixed(S));
        assertThat(status()).isEqualTo(NodeStatus.DEPLOYED);
    }

    @Test
    void aLockedMachineCannotBeGivenBack() {
        assertThat(bench.refused(new LockMachine(S)).message())
                .isEqualTo("Can't lock, node is not deployed or deploying");
        assertThat(bench.refused(new UnlockMachine(S)).message())
                .isEqualTo("Machine is not locked");
        deploy();
        bench.ask(new LockMachine(S));

        assertThat(bench.refused(new LockMachine(S)).message())
                .isEqualTo("Machine is already locked");
        assertThat(bench.refused(new ReleaseMachine(S))).isEqualTo(Refusal.of("403", ""));
        assertThat(bench.refused(new PowerMachine(S, false)).code()).isEqualTo("403");
        bench.ask(new UnlockMachine(S)).ask(new ReleaseMachine(S)).settle();
        assertThat(status()).isEqualTo(NodeStatus.READY);
    }

    @Test
    void enlistsAnUnknownMachineThatBootsFromItsNetwork() {
        bench.ask(stranger("nuc6")).ask(new SetPower("nuc6", true));
        bench.resumesEqually();

        bench.settle();

        Machine found = MaasView.machine(world(), "nuc6").orElseThrow();
        assertThat(found.status()).isEqualTo(NodeStatus.NEW);
        assertThat(found.powerType()).isEmpty();
        assertThat(HardwareView.isOn(world(), "nuc6")).isFalse();
        assertThat(bench.refused(new AcceptMachines(List.of("nuc6"))).code()).isEqualTo("500");
        bench.ask(new UpdateMachine("nuc6", List.of("power_type=amt")))
                .ask(new AcceptMachines(List.of("nuc6", S)))
                .settle();
        assertThat(MaasView.machine(world(), "nuc6").orElseThrow().status())
                .isEqualTo(NodeStatus.READY);
    }

    @Test
    void refusesToAcceptAMachineThatIsPastThat() {
        deploy();

        assertThat(bench.refused(new AcceptMachines(List.of(S))).message())
                .isEqualTo(
                        "Cannot accept node enlistment: node "
                                + machine().systemId()
                                + " is in state Deployed.");
    }

    @Test
    void doesNotEnlistAMachineWithoutCable() {
        bench.ask(stranger("nuc6"))
                .ask(new PullCable("nuc6", "enp1s0"))
                .ask(new SetPower("nuc6", true))
                .settle();

        assertThat(MaasView.machine(world(), "nuc6")).isEmpty();
    }

    @Test
    void bootsNoMoreMachinesThanTheDhcpRangeHasAddresses() {
        InfraBench small = InfraBench.empty();
        small.ask(
                new DefineSubnet(
                        "172.16.0.0/20",
                        "172.16.0.1",
                        "",
                        "172.16.0.3",
                        "172.16.0.100",
                        "172.16.0.100",
                        List.of()));
        small.ask(new ImportImage("ubuntu/jammy/amd64"));
        small.machine("a", 4, 8192).machine("b", 4, 8192);

        small.ask(new CommissionMachine("a", true)).ask(new CommissionMachine("b", true)).settle();

        World world = small.simulation().world();
        assertThat(List.of("a", "b"))
                .extracting(name -> MaasView.machine(world, name).orElseThrow().status())
                .containsExactlyInAnyOrder(NodeStatus.READY, NodeStatus.FAILED_COMMISSIONING);
    }

    @Test
    void forgetsADeletedMachineWithAllThatWasUnderWay() {
        bench.ask(new CommissionMachine(S, true)).ask(new DeleteMachine(S));

        assertThat(MaasView.machine(world(), S)).isEmpty();
        assertThat(bench.simulation().pending()).isEmpty();
        assertThat(bench.refused(new DeleteMachine(S)).message())
                .isEqualTo("No Machine matches the given query.");
    }

    private static InstallMachine stranger(String name) {
        return new InstallMachine(
                name,
                4,
                8192,
                "default",
                List.of(new DiskSpec("/dev/sda", 240, DiskRole.BOOT, false)),
                List.of(new NicSpec("enp1s0", "52:54:00:03:01:06", "", "172.16.0.0/20")));
    }

    private void deploy() {
        bench.ask(new AllocateMachine("r", AllocationConstraints.NONE, "uuid"))
                .ask(new DeployMachine(S, JAMMY))
                .settle();
    }

    private List<String> messages() {
        return bench.facts(MachineStatusChanged.class).stream()
                .map(f -> f.status().text() + " " + f.message())
                .toList();
    }

    private long seconds() {
        return bench.simulation().now() / SimTime.SECOND;
    }

    private Machine machine() {
        return MaasView.machine(world(), S).orElseThrow();
    }

    private NodeStatus status() {
        return machine().status();
    }

    private World world() {
        return bench.simulation().world();
    }
}
