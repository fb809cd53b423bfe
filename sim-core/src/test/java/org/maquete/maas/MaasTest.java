package org.maquete.maas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maquete.InfraBench;
import org.maquete.hardware.CutPower;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.InstallMachine;
import org.maquete.hardware.RestorePower;
import org.maquete.host.HostView;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.SimTime;
import org.maquete.world.World;

class MaasTest {

    private static final String UUID = "df2f3d5e-7d5b-4a3a-8d4f-0c3a1f2b4c6d";
    private static final String JAMMY = "ubuntu/jammy";

    private final InfraBench bench =
            InfraBench.lab()
                    .machine("server1", 4, 16384, "juju")
                    .machine("server2", 4, 32768, "compute")
                    .machine("server3", 4, 16384, "compute");

    @Test
    void allocatesTheCheapestMachineOfATag() {
        bench.ask(new AllocateMachine("r", tags("compute"), UUID));

        assertThat(bench.facts(MachineAllocated.class))
                .containsExactly(new MachineAllocated("r", "server3"));
        assertThat(status("server3")).isEqualTo(NodeStatus.ALLOCATED);
        assertThat(MaasView.machine(world(), "server3").orElseThrow().agentName()).isEqualTo(UUID);
    }

    @Test
    void allocatesByThreadsMemoryZoneAndExcludedTags() {
        var wanted =
                new AllocationConstraints(
                        List.of(), List.of("juju"), 4, 20000, "amd64", "default", "");

        bench.ask(new AllocateMachine("r", wanted, UUID));

        assertThat(bench.facts(MachineAllocated.class).getFirst().hostname()).isEqualTo("server2");
    }

    @Test
    void breaksTiesTheSameWayInEveryRunWithTheSameSeed() {
        InfraBench first = InfraBench.lab();
        InfraBench second = InfraBench.lab();
        IntStream.range(0, 5).forEach(i -> first.machine("nuc" + i, 4, 16384));
        IntStream.range(0, 5).map(i -> 4 - i).forEach(i -> second.machine("nuc" + i, 4, 16384));

        first.ask(new AllocateMachine("r", AllocationConstraints.NONE, UUID));
        second.ask(new AllocateMachine("r", AllocationConstraints.NONE, UUID));

        assertThat(first.facts(MachineAllocated.class))
                .isEqualTo(second.facts(MachineAllocated.class));
    }

    @Test
    void refusesWhenNoMachineMatchesInTheWordsOfMaas() {
        bench.ask(new AllocateMachine("first", tags("juju"), UUID));

        Refusal refusal = bench.refused(new AllocateMachine("r", zoned("juju", "default"), UUID));

        assertThat(refusal.code()).isEqualTo("409");
        assertThat(refusal.message())
                .isEqualTo(
                        "No available machine matches constraints: [('agent_name', ['"
                                + UUID
                                + "']), ('tags', ['juju']), ('zone', ['default'])] (resolved to"
                                + " \"tags=juju zone=default\")");
    }

    @Test
    void refusesWithAllConstraintsInOrderOfTheirNames() {
        var wanted =
                new AllocationConstraints(
                        List.of("juju", "compute"),
                        List.of("juju"),
                        2,
                        3584,
                        "amd64",
                        "default",
                        "");

        assertThat(bench.refused(new AllocateMachine("r", wanted, UUID)).message())
                .isEqualTo(
                        "No available machine matches constraints: [('agent_name', ['"
                                + UUID
                                + "']), ('arch', ['amd64']), ('cpu_count', ['2']), ('mem',"
                                + " ['3584']), ('not_tags', ['juju']), ('tags', ['juju',"
                                + " 'compute']), ('zone', ['default'])] (resolved to"
                                + " \"arch=amd64/generic cpu_count=2.0 mem=3584.0 not_tags=juju"
                                + " tags=compute,juju zone=default\")");
    }

    @Test
    void refusesWithoutConstraintsInFewWords() {
        for (int i = 0; i < 3; i++) {
            bench.ask(new AllocateMachine("r" + i, AllocationConstraints.NONE, UUID));
        }

        assertThat(
                        bench.refused(new AllocateMachine("r", AllocationConstraints.NONE, UUID))
                                .message())
                .isEqualTo("No machine available.");
    }

    @Test
    void refusesUnknownTagsAndZones() {
        Refusal tag = bench.refused(new AllocateMachine("r", tags("controller"), UUID));
        Refusal zone = bench.refused(new AllocateMachine("r", zoned("juju", "az9"), UUID));

        assertThat(tag)
                .isEqualTo(
                        new Refusal(
                                "400",
                                "tags",
                                "No such tag(s): 'controller'.",
                                new Ref("tag", "controller")));
        assertThat(zone.code()).isEqualTo("400");
        assertThat(zone.message()).isEqualTo("No such zone(s): az9.");
    }

    @Test
    void deploysInSixToTwelveMinutes() {
        allocateAndDeploy();
        bench.settle();

        assertThat(status("server1")).isEqualTo(NodeStatus.DEPLOYED);
        assertThat(bench.facts(MachineDeployed.class))
                .containsExactly(new MachineDeployed("server1", "172.16.0.2"));
        assertThat(bench.simulation().now()).isBetween(6 * SimTime.MINUTE, 12 * SimTime.MINUTE);
        assertThat(bench.facts(MachineStatusChanged.class))
                .extracting(MachineStatusChanged::message)
                .containsExactly(
                        "Allocated",
                        "Powering on",
                        "Performing PXE boot",
                        "Loading ephemeral",
                        "Configuring storage",
                        "Installing OS",
                        "Configuring OS",
                        "Rebooting",
                        "Deployed");
        assertThat(HostView.isUp(world(), "server1")).isTrue();
    }

    @Test
    void failsADeploymentOnlyAtItsDeadlineWhenThePowerIsCut() {
        allocateAndDeploy();
        bench.until(MachineStatusChanged.class, f -> f.message().equals("Installing OS"));
        bench.ask(new CutPower("server1"));
        assertThat(status("server1")).isEqualTo(NodeStatus.DEPLOYING);

        bench.settle();

        assertThat(status("server1")).isEqualTo(NodeStatus.FAILED_DEPLOYMENT);
        assertThat(bench.simulation().now()).isEqualTo(30 * SimTime.MINUTE);
        assertThat(bench.facts(DeploymentFailed.class))
                .containsExactly(
                        new DeploymentFailed(
                                "server1",
                                "Marking node failed - Node operation 'Deploying' timed out"
                                        + " after 30 minutes."));
    }

    @Test
    void installerBeginsAnewWhenThePowerReturnsInTime() {
        allocateAndDeploy();
        bench.until(MachineStatusChanged.class, f -> f.message().equals("Configuring storage"));

        bench.ask(new CutPower("server1")).ask(new RestorePower("server1")).settle();

        assertThat(status("server1")).isEqualTo(NodeStatus.DEPLOYED);
        assertThat(
                        bench.facts(MachineStatusChanged.class).stream()
                                .filter(f -> f.message().equals("Performing PXE boot")))
                .hasSize(2);
    }

    @Test
    void goesBackToAllocatedWhenTheControllerDoesNotAnswer() {
        bench.ask(new CutPower("server1"));

        allocateAndDeploy();

        assertThat(status("server1")).isEqualTo(NodeStatus.DEPLOYING);
        bench.settle();
        assertThat(status("server1")).isEqualTo(NodeStatus.ALLOCATED);
        assertThat(bench.facts(DeploymentReverted.class))
                .containsExactly(
                        new DeploymentReverted(
                                "server1",
                                "Failed to query node's BMC - (admin) - Aborting DEPLOYING and"
                                        + " reverting to ALLOCATED. Unable to power control the"
                                        + " node. Please check power credentials."));
        assertThat(bench.simulation().now()).isBetween(150 * SimTime.SECOND, 300 * SimTime.SECOND);
    }

    @Test
    void refusesASeriesWithoutSyncedImage() {
        bench.ask(new AllocateMachine("r", tags("juju"), UUID));

        Refusal refusal = bench.refused(new DeployMachine("server1", "ubuntu/focal"));

        assertThat(refusal.code()).isEqualTo("400");
        assertThat(refusal.message())
                .isEqualTo(
                        "'focal' is not a valid distro_series.  It should be one of: '',"
                                + " 'ubuntu/jammy'.");
        assertThat(refusal.missed()).isEqualTo(new Ref("boot-image", "ubuntu/focal/amd64"));
    }

    @Test
    void refusesToDeployOrReleaseInTheWrongState() {
        allocateAndDeploy();
        bench.settle();

        assertThat(bench.refused(new DeployMachine("server1", JAMMY)).message())
                .isEqualTo("Can't deploy a machine that is in the 'Deployed' state");
        bench.ask(enlisted("broken1", NodeStatus.RETIRED));
        assertThat(bench.refused(new ReleaseMachine("broken1")).message())
                .isEqualTo("Machine cannot be released in its current state ('Retired').");
        assertThat(bench.refused(new ReleaseMachine("server9")).message())
                .isEqualTo("No Machine matches the given query.");
        assertThat(bench.refused(new DeployMachine("server9", JAMMY)).code()).isEqualTo("404");
    }

    @Test
    void releaseSwitchesOffAndFreesTheAddress() {
        allocateAndDeploy();
        bench.settle();

        bench.ask(new ReleaseMachine("server1"));

        assertThat(status("server1")).isEqualTo(NodeStatus.READY);
        assertThat(HardwareView.isOn(world(), "server1")).isFalse();
        assertThat(HostView.host(world(), "server1")).isEmpty();
        assertThat(MaasView.addressOf(world(), "server1")).isEmpty();
        assertThat(MaasView.machine(world(), "server1").orElseThrow().agentName()).isEmpty();
    }

    @Test
    void releaseInTheMiddleOfADeploymentLeavesNothingPending() {
        allocateAndDeploy();

        bench.ask(new ReleaseMachine("server1"));

        assertThat(status("server1")).isEqualTo(NodeStatus.READY);
        assertThat(bench.simulation().pending()).isEmpty();
    }

    @Test
    void releaseGoesBackWhenTheControllerDoesNotAnswer() {
        allocateAndDeploy();
        bench.settle().ask(new CutPower("server1"));

        bench.ask(new ReleaseMachine("server1"));

        assertThat(status("server1")).isEqualTo(NodeStatus.RELEASING);
        bench.settle();
        assertThat(status("server1")).isEqualTo(NodeStatus.DEPLOYED);
    }

    @Test
    void believesInADeployedMachineThatHasLostItsPower() {
        allocateAndDeploy();

        bench.settle().ask(new CutPower("server1"));

        assertThat(status("server1")).isEqualTo(NodeStatus.DEPLOYED);
    }

    @Test
    void assignsTheLowestAddressOutsideAllRanges() {
        for (int i = 0; i < 200; i++) {
            bench.ask(new AssignAddress("device" + i));
        }

        List<String> given = MaasView.addresses(world()).stream().map(Address::address).toList();
        assertThat(given).startsWith("172.16.0.2", "172.16.0.4", "172.16.0.5");
        assertThat(given).contains("172.16.0.99", "172.16.0.201").doesNotContain("172.16.0.100");
        bench.ask(new ReleaseAddress("device1")).ask(new AssignAddress("device200"));
        assertThat(MaasView.addressOf(world(), "device200")).isEqualTo("172.16.0.4");
    }

    @Test
    void refusesAnAddressWhenNoneIsLeft() {
        InfraBench small = InfraBench.empty();
        small.ask(
                new DefineSubnet(
                        "10.0.0.0/30", "10.0.0.1", "", "", "", "", List.of("10.0.0.2-10.0.0.2")));

        assertThat(small.refused(new AssignAddress("0/lxd/0")).message())
                .isEqualTo("No more IPs available in subnet: 10.0.0.0/30.");
    }

    @Test
    void refusesToKnowTheSameThingTwice() {
        assertThat(bench.refused(enlisted("server1", NodeStatus.READY)).message())
                .isEqualTo("Node with this Hostname already exists.");
        assertThat(
                        bench.refused(
                                        new DefineSubnet(
                                                "172.16.0.0/20", "", "", "", "", "", List.of()))
                                .message())
                .isEqualTo("Subnet with this Cidr already exists.");
        assertThat(bench.refused(enlisted("server8", NodeStatus.DEPLOYING)).message())
                .isEqualTo("a machine cannot be enlisted while it is Deploying");
    }

    @Test
    void takesOverAMachineThatIsDeployedAlready() {
        bench.ask(new InstallMachine("old", 4, 8192, "default", List.of(), List.of()));

        bench.ask(enlisted("old", NodeStatus.DEPLOYED)).settle();

        assertThat(HostView.isUp(world(), "old")).isTrue();
        assertThat(MaasView.addressOf(world(), "old")).isEqualTo("172.16.0.2");
    }

    @Test
    void drawsASystemIdForAMachineWithoutOne() {
        assertThat(MaasView.machine(world(), "server1").orElseThrow().systemId())
                .matches("[34678a-y]{6}");
    }

    @Test
    void neverFoldsAMoveThatMaasDoesNotAllow() {
        assertThatThrownBy(() ->
                        MachineFolds.statusChanged(
                                new MachineStatusChanged(
                                        "server1", NodeStatus.DEPLOYED, "Deployed"),
                                0,
                                world().edits(2)))
                .hasMessageContaining("READY to DEPLOYED");
    }

    @Test
    void resumesADeploymentUnderWay() {
        allocateAndDeploy();
        bench.until(MachineStatusChanged.class, f -> f.message().equals("Installing OS"));
        bench.resumesEqually();

        bench.until(MachineStatusChanged.class, f -> f.message().equals("Rebooting"));
        bench.resumesEqually();
    }

    private void allocateAndDeploy() {
        bench.ask(new AllocateMachine("r", tags("juju"), UUID));
        bench.ask(new DeployMachine("server1", JAMMY));
    }

    private static EnlistMachine enlisted(String hostname, NodeStatus status) {
        return new EnlistMachine(
                "", hostname, status, List.of(), "default", "default", 4, 8192, "manual");
    }

    private static AllocationConstraints tags(String tag) {
        return zoned(tag, "");
    }

    private static AllocationConstraints zoned(String tag, String zone) {
        return new AllocationConstraints(List.of(tag), List.of(), 0, 0, "", zone, "");
    }

    private NodeStatus status(String hostname) {
        return MaasView.machine(world(), hostname).orElseThrow().status();
    }

    private World world() {
        return bench.simulation().world();
    }
}
