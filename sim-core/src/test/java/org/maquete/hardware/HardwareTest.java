package org.maquete.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.InfraBench;
import org.maquete.kernel.Ref;
import org.maquete.world.World;

class HardwareTest {

    private final InfraBench bench = InfraBench.empty().machine("server1", 4, 16384);

    @Test
    void installsAMachineSwitchedOffWithItsDisks() {
        assertThat(HardwareView.isOn(bench.simulation().world(), "server1")).isFalse();
        assertThat(HardwareView.disks(bench.simulation().world(), "server1"))
                .extracting(Disk::name)
                .containsExactly("/dev/sda", "/dev/sdb");
        assertThat(HardwareView.freeDisks(bench.simulation().world(), "server1"))
                .extracting(Disk::name)
                .containsExactly("/dev/sdb");
    }

    @Test
    void refusesASecondMachineOfTheSameName() {
        assertThat(bench.refused(machineNamed("server1")).message())
                .isEqualTo("machine server1 is in the rack already");
    }

    @Test
    void cutsPowerAtOnce() {
        bench.ask(new SetPower("server1", true)).ask(new CutPower("server1"));

        assertThat(HardwareView.isOn(bench.simulation().world(), "server1")).isFalse();
        assertThat(HardwareView.hasMains(bench.simulation().world(), "server1")).isFalse();
    }

    @Test
    void resumesByItselfWhenThePowerReturnsIfItRan() {
        bench.ask(new SetPower("server1", true)).ask(new CutPower("server1"));

        bench.ask(new RestorePower("server1"));

        assertThat(HardwareView.isOn(bench.simulation().world(), "server1")).isTrue();
    }

    @Test
    void staysOffWhenThePowerReturnsIfItDidNotRun() {
        bench.ask(new CutPower("server1")).ask(new RestorePower("server1"));

        assertThat(HardwareView.isOn(bench.simulation().world(), "server1")).isFalse();
    }

    @Test
    void controllerDoesNotAnswerWithoutMains() {
        bench.ask(new CutPower("server1"));

        assertThat(bench.refused(new SetPower("server1", true)).message())
                .isEqualTo("the socket of machine server1 has no power");
        assertThat(bench.refused(new ControlPower("server1", PowerAction.ON, "")).type())
                .isEqualTo("PowerConnError");
    }

    @Test
    void controllerWantsItsPasswordAndANetwork() {
        bench.ask(new SetControllerPassword("server1", "secret"));

        assertThat(bench.refused(new ControlPower("server1", PowerAction.ON, "")).message())
                .isEqualTo("Incorrect password.  Check BMC configuration and try again.");
        bench.ask(new ControlPower("server1", PowerAction.ON, "secret"));
        assertThat(HardwareView.isOn(bench.simulation().world(), "server1")).isTrue();
        bench.ask(new DisconnectController("server1"));
        assertThat(bench.refused(new ControlPower("server1", PowerAction.OFF, "secret")).message())
                .isEqualTo("Could not connect to BMC.  Check BMC configuration and try again.");
        bench.ask(new ReconnectController("server1"))
                .ask(new ControlPower("server1", PowerAction.OFF, "secret"));
        assertThat(HardwareView.isOn(bench.simulation().world(), "server1")).isFalse();
    }

    @Test
    void wipingMakesDisksPristineButTheOneItBootsFrom() {
        bench.ask(new WriteDisk("server1", "/dev/sdb"));

        bench.ask(new WipeDisks("server1"));

        World world = bench.simulation().world();
        assertThat(HardwareView.disk(world, "server1", "/dev/sdb").orElseThrow())
                .matches(disk -> disk.pristine() && disk.role() == DiskRole.FREE);
        assertThat(HardwareView.disk(world, "server1", "/dev/sda").orElseThrow().role())
                .isEqualTo(DiskRole.BOOT);
    }

    @Test
    void refusesWhatIsNotInTheRack() {
        assertThat(bench.refused(new CutPower("server9")).missed())
                .isEqualTo(new Ref("machine", "server9"));
        assertThat(bench.refused(new PullCable("server1", "eth9")).message())
                .isEqualTo("no nic server1 eth9 in the rack");
        assertThat(bench.refused(new WriteDisk("server1", "/dev/sdz")).message())
                .isEqualTo("no disk server1 /dev/sdz in the rack");
    }

    @Test
    void refusesToWriteToTheBootDisk() {
        assertThat(bench.refused(new WriteDisk("server1", "/dev/sda")).message())
                .isEqualTo("/dev/sda of server1 is mounted");
    }

    @Test
    void writingTakesADiskAndItsPristineness() {
        bench.ask(new WriteDisk("server1", "/dev/sdb"));

        Disk disk =
                HardwareView.disk(bench.simulation().world(), "server1", "/dev/sdb").orElseThrow();
        assertThat(disk.role()).isEqualTo(DiskRole.DATA);
        assertThat(disk.pristine()).isFalse();
    }

    @Test
    void pullsAndPlugsCables() {
        bench.ask(new PullCable("server1", "enp1s0"));
        assertThat(HardwareView.isCabled(bench.simulation().world(), "server1")).isFalse();

        bench.ask(new PlugCable("server1", "enp1s0"));
        assertThat(HardwareView.isCabled(bench.simulation().world(), "server1")).isTrue();
    }

    @Test
    void aCableIsAsDeadAsTheSwitchPortBehindIt() {
        bench.ask(new CutLink("server1", "enp1s0")).ask(new PullCable("server1", "enp1s0"));
        bench.ask(new PlugCable("server1", "enp1s0"));
        assertThat(HardwareView.isCabled(bench.simulation().world(), "server1")).isFalse();

        bench.ask(new MendLink("server1", "enp1s0"));

        assertThat(HardwareView.isCabled(bench.simulation().world(), "server1")).isTrue();
    }

    private static InstallMachine machineNamed(String name) {
        return new InstallMachine(name, 4, 16384, "default", List.of(), List.of());
    }
}
