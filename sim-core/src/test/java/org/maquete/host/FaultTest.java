package org.maquete.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maquete.InfraBench;
import org.maquete.hardware.CutLink;
import org.maquete.hardware.CutPower;
import org.maquete.hardware.MendLink;
import org.maquete.hardware.PlugCable;
import org.maquete.hardware.PullCable;
import org.maquete.hardware.RestorePower;
import org.maquete.hardware.SetPower;
import org.maquete.kernel.SimTime;
import org.maquete.world.World;

final class FaultTest {

    private final InfraBench bench = InfraBench.empty().machine("server1", 4, 16384);

    @BeforeEach
    void aMachineRunsWithAContainer() {
        bench.ask(new InstallSystem("server1", HostKind.NUC, ""))
                .ask(new SetPower("server1", true))
                .settle()
                .ask(new InstallSystem("c1", HostKind.CONTAINER, "server1"))
                .ask(new BootHost("c1"))
                .settle()
                .ask(new StartService("c1", "mysql"));
    }

    @Test
    void systemdStartsAKilledServiceAgain() {
        bench.ask(new KillService("c1", "mysql"));
        assertThat(HostView.isRunning(world(), "c1", "mysql")).isFalse();
        bench.resumesEqually();

        bench.settle();

        assertThat(HostView.isRunning(world(), "c1", "mysql")).isTrue();
    }

    @Test
    void aStoppedServiceStaysStopped() {
        bench.ask(new StopService("c1", "mysql")).settle();

        assertThat(HostView.isRunning(world(), "c1", "mysql")).isFalse();
    }

    @Test
    void aServiceThatWasKilledAndThenStoppedStaysStopped() {
        bench.ask(new KillService("c1", "mysql")).ask(new StopService("c1", "mysql")).settle();

        assertThat(HostView.isRunning(world(), "c1", "mysql")).isFalse();
        bench.ask(new KillService("c1", "mysql"));
        assertThat(bench.simulation().pending()).isEmpty();
    }

    @Test
    void aKilledServiceDoesNotStartOnAHostThatDiedMeanwhile() {
        bench.ask(new KillService("c1", "mysql")).ask(new CutPower("server1")).settle();

        assertThat(HostView.isRunning(world(), "c1", "mysql")).isFalse();
        assertThat(bench.refused(new KillService("c1", "apache2")).message())
                .isEqualTo("Failed to kill apache2.service: Unit apache2.service not loaded.");
    }

    @Test
    void aContainerFillsTheDiskOfItsMachine() {
        bench.ask(new FillDisk("c1"));

        assertThat(HostView.isDiskFull(world(), "server1")).isTrue();
        assertThat(HostView.isDiskFull(world(), "c1")).isTrue();
        assertThat(bench.facts(DiskFilled.class)).containsExactly(new DiskFilled("server1"));

        bench.ask(new FreeDisk("server1"));
        assertThat(HostView.isDiskFull(world(), "c1")).isFalse();
        assertThat(world().table(HostView.FAULTS).count()).isZero();
    }

    @Test
    void aFullDiskSurvivesTheNextBoot() {
        bench.ask(new FillDisk("server1")).ask(new CutPower("server1"));

        bench.ask(new RestorePower("server1")).settle();

        assertThat(HostView.isDiskFull(world(), "server1")).isTrue();
    }

    @Test
    void aContainerHasTheClockOfItsMachineAndCannotSetIt() {
        bench.ask(new SkewClock("server1", 90 * SimTime.SECOND));

        assertThat(HostView.clockOffsetNs(world(), "c1")).isEqualTo(90 * SimTime.SECOND);
        assertThat(bench.refused(new SkewClock("c1", 0)).message())
                .isEqualTo("date: cannot set date: Operation not permitted");
    }

    @Test
    void aBootSetsTheClockRight() {
        bench.ask(new SkewClock("server1", -90 * SimTime.SECOND)).ask(new CutPower("server1"));
        assertThat(bench.refused(new SkewClock("server1", 0)).message())
                .isEqualTo("host server1 is not up");

        bench.ask(new RestorePower("server1")).settle();

        assertThat(HostView.clockOffsetNs(world(), "server1")).isZero();
    }

    @Test
    void saysWhenTheLastLinkOfAMachineGoesAndTheFirstReturns() {
        bench.ask(new CutLink("server1", "enp1s0")).ask(new PullCable("server1", "enp1s0"));
        assertThat(bench.facts(NetworkLost.class)).containsExactly(new NetworkLost("server1"));

        bench.ask(new MendLink("server1", "enp1s0"));
        assertThat(bench.facts(NetworkReturned.class)).isEmpty();
        bench.ask(new PlugCable("server1", "enp1s0"));
        assertThat(bench.facts(NetworkReturned.class))
                .containsExactly(new NetworkReturned("server1"));
    }

    @Test
    void killsAContainerButNotAMachine() {
        bench.ask(new KillHost("c1"));

        assertThat(bench.facts(HostDied.class)).containsExactly(new HostDied("c1", "killed"));
        assertThat(bench.refused(new KillHost("server1")).message())
                .isEqualTo("server1 is a machine: cut its power instead");
        assertThat(bench.refused(new KillHost("c9")).message()).isEqualTo("there is no host c9");
        assertThat(bench.refused(new FillDisk("c9")).message()).isEqualTo("there is no host c9");
        assertThat(bench.refused(new SkewClock("c9", 1)).message())
                .isEqualTo("there is no host c9");
    }

    private World world() {
        return bench.simulation().world();
    }
}
