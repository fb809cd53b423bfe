package org.maquete.juju;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maquete.hardware.CutPower;
import org.maquete.hardware.PlugCable;
import org.maquete.hardware.PullCable;
import org.maquete.hardware.RestorePower;
import org.maquete.host.HostView;
import org.maquete.host.KillService;
import org.maquete.host.StartService;
import org.maquete.host.StopService;
import org.maquete.kernel.SimTime;
import org.maquete.lxd.StartContainer;
import org.maquete.lxd.StopContainer;

final class AbsenceTest {

    private static final String MODEL = JujuBench.MODEL;
    private static final String CONTROLLER = "server1";

    private final JujuBench juju = JujuBench.ready();

    @BeforeEach
    void deployAll() {
        juju.ask(JujuBench.deployTagged("db", 3, "compute")).settle();
        juju.ask(
                        new DeployApplication(
                                MODEL, "db", "web", 1, List.of("lxd:0"), "", "", "", List.of()))
                .settle();
    }

    @Test
    void aPulledCableLosesTheAgentsButNotWhatRuns() {
        String hostname = juju.machine("0").hostname();
        StatusInfo before = juju.unit("web/0").workload();

        juju.ask(new PullCable(hostname, "enp1s0")).settle();

        assertThat(HostView.isUp(juju.world(), hostname)).isTrue();
        assertThat(juju.machine("0").agent().current()).isEqualTo("down");
        assertThat(juju.machine("0/lxd/0").agent().current()).isEqualTo("down");
        assertThat(juju.statuses())
                .contains("web/0 unknown lost agent lost, see 'juju show-status-log web/0'");

        juju.ask(new PlugCable(hostname, "enp1s0"));
        juju.infra().until(UnitFound.class, f -> f.unit().equals("web/0"));
        assertThat(juju.unit("web/0").workload()).isEqualTo(before);
        juju.settle();
        assertThat(juju.statuses()).allMatch(s -> s.contains("active idle"));
    }

    @Test
    void aCableThatIsBackWithinThreeMinutesIsNotMissed() {
        String hostname = juju.machine("0").hostname();
        juju.ask(new PullCable(hostname, "enp1s0"));
        juju.simulation().runUntil(juju.simulation().now() + 2 * SimTime.MINUTE);

        juju.ask(new PlugCable(hostname, "enp1s0")).settle();

        assertThat(juju.infra().facts(UnitLost.class)).isEmpty();
        assertThat(juju.statuses()).allMatch(s -> s.contains("active idle"));
    }

    @Test
    void aControllerThatIsOffMissesNobodyAndAllReturnToIt() {
        juju.ask(new CutPower(CONTROLLER)).settle();
        assertThat(JujuView.answers(juju.world(), MODEL)).isFalse();
        assertThat(juju.machine("0").agent().current()).isEqualTo("started");
        assertThat(juju.infra().facts(UnitLost.class)).isEmpty();

        juju.ask(new RestorePower(CONTROLLER)).settle();

        assertThat(JujuView.answers(juju.world(), MODEL)).isTrue();
        assertThat(juju.world().table(JujuTables.ABSENCES).count()).isZero();
        assertThat(juju.statuses()).allMatch(s -> s.contains("active idle"));
    }

    @Test
    void whoIsMissingWhenTheControllerIsBackIsMissedThen() {
        String hostname = juju.machine("0").hostname();
        juju.ask(new CutPower(CONTROLLER)).ask(new CutPower(hostname)).settle();
        assertThat(juju.machine("0").agent().current()).isEqualTo("started");

        juju.ask(new RestorePower(CONTROLLER)).settle();
        assertThat(juju.machine("0").agent().current()).isEqualTo("down");
        juju.ask(new RestorePower(hostname)).settle();

        assertThat(juju.machine("0").agent().current()).isEqualTo("started");
        assertThat(juju.statuses()).allMatch(s -> s.contains("active idle"));
    }

    @Test
    void machinesWaitForTheControllerAfterACompleteOutage() {
        String hostname = juju.machine("0").hostname();
        juju.ask(new CutPower(hostname)).ask(new CutPower(CONTROLLER)).settle();

        juju.ask(new RestorePower(hostname)).settle();
        assertThat(HostView.isUp(juju.world(), hostname)).isTrue();
        assertThat(Truth.isAbsent(juju.world(), juju.machine("0"))).isTrue();
        juju.ask(new RestorePower(CONTROLLER)).settle();

        assertThat(juju.statuses()).allMatch(s -> s.contains("active idle"));
    }

    @Test
    void aStoppedAgentIsMissedAtOnceAndAKilledOneIsBackInSeconds() {
        String hostname = juju.machine("0").hostname();
        juju.ask(new StopService(hostname, "jujud-machine-0")).settle();
        assertThat(juju.machine("0").agent().current()).isEqualTo("down");
        assertThat(juju.machine("0/lxd/0").agent().current()).isEqualTo("started");

        juju.ask(new StartService(hostname, "jujud-machine-0")).settle();
        assertThat(juju.machine("0").agent().current()).isEqualTo("started");
        juju.ask(new KillService(hostname, "jujud-machine-0")).settle();

        assertThat(juju.machine("0").agent().current()).isEqualTo("started");
        assertThat(juju.statuses()).allMatch(s -> s.contains("active idle"));
    }

    @Test
    void aStoppedContainerIsDownUntilItIsStarted() {
        String container = juju.machine("0/lxd/0").hostname();

        juju.ask(new StopContainer(container, true)).settle();
        assertThat(juju.machine("0").agent().current()).isEqualTo("started");
        assertThat(juju.machine("0/lxd/0").agent().current()).isEqualTo("down");
        juju.ask(new StartContainer(container)).settle();

        assertThat(juju.statuses()).allMatch(s -> s.contains("active idle"));
    }

    @Test
    void resumesAgentsThatAreMissedOrOnTheirWayBack() {
        String hostname = juju.machine("0").hostname();
        juju.ask(new PullCable(hostname, "enp1s0"));
        juju.infra().resumesEqually();

        juju.settle().ask(new PlugCable(hostname, "enp1s0"));

        juju.infra().resumesEqually();
    }
}
