package org.maquete.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maquete.InfraBench;
import org.maquete.hardware.CutPower;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.PullCable;
import org.maquete.hardware.RestorePower;
import org.maquete.hardware.SetPower;
import org.maquete.kernel.Ref;
import org.maquete.world.World;

class HostTest {

    private final InfraBench bench =
            InfraBench.empty().machine("server1", 4, 16384).machine("server2", 4, 16384);

    @BeforeEach
    void twoMachinesRunWithAnInstanceOnOne() {
        for (String name : new String[] {"server1", "server2"}) {
            bench.ask(new InstallSystem(name, HostKind.NUC, "")).ask(new SetPower(name, true));
        }
        bench.settle();
        bench.ask(new InstallSystem("vm1", HostKind.INSTANCE, "server1")).ask(new BootHost("vm1"));
        bench.settle();
        bench.ask(new StartService("vm1", "nginx"));
    }

    @Test
    void bootsWhenItsMachineGetsPower() {
        assertThat(HostView.isUp(world(), "server1")).isTrue();
        assertThat(bench.facts(BootStarted.class)).hasSize(3);
    }

    @Test
    void powerCutKillsEverythingOnTheMachineInItsOwnStep() {
        long before = bench.simulation().now();

        bench.ask(new CutPower("server1"));

        assertThat(bench.simulation().now()).isEqualTo(before);
        assertThat(bench.facts(HostDied.class))
                .containsExactly(
                        new HostDied("server1", "power lost"),
                        new HostDied("vm1", "server1 stopped: power lost"));
        assertThat(bench.facts(ServiceDied.class)).containsExactly(new ServiceDied("vm1", "nginx"));
        assertThat(HostView.isUp(world(), "server2")).isTrue();
    }

    @Test
    void machineBootsWhenThePowerReturnsButInstancesWaitForTheirOwner() {
        bench.ask(new CutPower("server1")).ask(new RestorePower("server1")).settle();

        assertThat(HostView.isUp(world(), "server1")).isTrue();
        assertThat(HostView.isUp(world(), "vm1")).isFalse();
    }

    @Test
    void servicesStartAgainAtBoot() {
        bench.ask(new ShutDownHost("vm1"));
        assertThat(HostView.isRunning(world(), "vm1", "nginx")).isFalse();

        bench.ask(new BootHost("vm1")).settle();

        assertThat(HostView.isRunning(world(), "vm1", "nginx")).isTrue();
    }

    @Test
    void powerCutDuringBootCancelsTheBoot() {
        bench.ask(new ShutDownHost("vm1")).ask(new BootHost("vm1")).ask(new CutPower("server1"));

        assertThat(bench.simulation().pending())
                .noneMatch(pending -> pending.startsWith("BootDue"));
    }

    @Test
    void shuttingDownAMachineSwitchesItOff() {
        bench.ask(new ShutDownHost("server1"));

        assertThat(HardwareView.isOn(world(), "server1")).isFalse();
        assertThat(HostView.isUp(world(), "vm1")).isFalse();
    }

    @Test
    void removesWhatRunsOnAHostWithIt() {
        bench.ask(new RemoveSystem("server1"));

        assertThat(bench.facts(SystemRemoved.class))
                .containsExactly(new SystemRemoved("vm1"), new SystemRemoved("server1"));
        assertThat(HostView.host(world(), "vm1")).isEmpty();
        assertThat(HostView.services(world(), "vm1")).isEmpty();
    }

    @Test
    void reachesAnotherMachineOnlyByCable() {
        assertThat(HostView.reachable(world(), "vm1", "server2")).isTrue();

        bench.ask(new PullCable("server1", "enp1s0"));

        assertThat(HostView.reachable(world(), "vm1", "server2")).isFalse();
        assertThat(HostView.reachable(world(), "vm1", "server1")).isTrue();
        assertThat(HostView.machineOf(world(), "vm1")).contains("server1");
    }

    @Test
    void refusesWhatIsNotThereOrNotUp() {
        assertThat(bench.refused(new BootHost("vm9")).message()).isEqualTo("there is no host vm9");
        assertThat(bench.refused(new InstallSystem("vm1", HostKind.INSTANCE, "server1")).message())
                .isEqualTo("host vm1 has a system already");
        assertThat(bench.refused(new InstallSystem("vm2", HostKind.INSTANCE, "server9")).missed())
                .isEqualTo(new Ref("host", "server9"));
        assertThat(bench.refused(new InstallSystem("server9", HostKind.NUC, "")).missed())
                .isEqualTo(new Ref("machine", "server9"));
        bench.ask(new ShutDownHost("server1"));
        assertThat(bench.refused(new BootHost("vm1")).message())
                .isEqualTo("host vm1 cannot boot: server1 does not run");
        assertThat(bench.refused(new BootHost("server1")).message())
                .isEqualTo("host server1 cannot boot: its machine does not run");
        assertThat(bench.refused(new StartService("vm1", "nginx")).message())
                .isEqualTo("host vm1 is not up");
        assertThat(bench.refused(new StopService("vm1", "apache2")).message())
                .isEqualTo("Failed to stop apache2.service: Unit apache2.service not loaded.");
    }

    @Test
    void resumesABootUnderWay() {
        bench.ask(new ShutDownHost("vm1")).ask(new BootHost("vm1"));

        bench.resumesEqually();
    }

    private World world() {
        return bench.simulation().world();
    }
}
