package org.maquete.juju;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.hardware.CutPower;
import org.maquete.hardware.DisconnectController;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.RestorePower;
import org.maquete.host.ShutDownHost;
import org.maquete.kernel.SimTime;

class JujuFailureTest {

    private static final String MODEL = JujuBench.MODEL;

    private final JujuBench juju = JujuBench.ready();

    @Test
    void theProvisionerGivesUpAfterTenRetries() {
        juju.ask(JujuBench.deployTagged("db", 4, "compute")).settle();

        Machine machine = unprovisioned();
        String uuid = JujuView.model(juju.world(), MODEL).orElseThrow().uuid();
        assertThat(machine.instance().current()).isEqualTo("provisioning error");
        assertThat(machine.instance().message())
                .isEqualTo(
                        "failed to acquire node: No available machine matches constraints:"
                                + " [('agent_name', ['"
                                + uuid
                                + "']), ('tags', ['compute']), ('zone', ['default'])] (resolved to"
                                + " \"tags=compute zone=default\")");
        assertThat(juju.infra().facts(InstanceStatusSet.class))
                .filteredOn(f -> f.message().contains("retrying in 10s"))
                .hasSize(10)
                .first()
                .satisfies(f ->
                        assertThat(f.message())
                                .startsWith(
                                        "failed to start machine "
                                                + machine.name()
                                                + " (failed to acquire node: ")
                                .endsWith(", retrying in 10s (10 more attempts)"));
        assertThat(machine.agent().current()).isEqualTo("pending");
    }

    @Test
    void retryProvisioningFindsTheMachineThatHasBecomeReady() {
        juju.ask(JujuBench.deployTagged("db", 4, "compute")).settle();
        String machine = unprovisioned().name();
        String other = machine.equals("1") ? "db/2" : "db/1";
        juju.ask(new RemoveUnit(MODEL, other, false)).settle();

        juju.ask(new RetryProvisioning(MODEL, machine)).settle();

        assertThat(juju.machine(machine).agent().current()).isEqualTo("started");
        assertThat(juju.statuses()).hasSize(3).allMatch(s -> s.contains("active idle"));
    }

    @Test
    void aPowerCutIsNoticedAfterThreeMinutesAndTheMachineComesBack() {
        deployAll();
        String hostname = juju.machine("0").hostname();
        long cutNs = juju.simulation().now();

        juju.ask(new CutPower(hostname));
        juju.simulation().runUntil(cutNs + 2 * SimTime.MINUTE);
        String early = juju.machine("0").agent().current();
        juju.settle();

        assertThat(early).isEqualTo("started");
        assertThat(juju.machine("0").agent().current()).isEqualTo("down");
        assertThat(juju.machine("0").agent().message())
                .isEqualTo("agent is not communicating with the server");
        assertThat(juju.machine("0/lxd/0").agent().current()).isEqualTo("down");
        assertThat(juju.statuses())
                .contains(
                        "db/0 unknown lost agent lost, see 'juju show-status-log db/0'",
                        "web/0 unknown lost agent lost, see 'juju show-status-log web/0'")
                .anyMatch(s -> s.startsWith("db/1 active idle"));

        juju.ask(new RestorePower(hostname)).settle();

        assertThat(juju.machine("0").agent().current()).isEqualTo("started");
        assertThat(juju.statuses()).allMatch(s -> s.contains(" idle "));
        assertThat(juju.unit("db/0").workload().current()).isEqualTo("active");
    }

    @Test
    void anOrderlyShutdownIsNoticedAtOnce() {
        deployAll();

        juju.ask(new ShutDownHost(juju.machine("0").hostname()));
        juju.simulation().runUntil(juju.simulation().now() + SimTime.SECOND);

        assertThat(juju.machine("0").agent().current()).isEqualTo("down");
    }

    @Test
    void anotherUnitLeadsWhenTheLeadersMachineHasDied() {
        deployAll();
        Unit leader = JujuView.leader(juju.world(), MODEL, "db").orElseThrow();

        juju.ask(new CutPower(JujuView.hostOf(juju.world(), leader))).settle();

        assertThat(JujuView.leader(juju.world(), MODEL, "db").orElseThrow().name())
                .isNotEqualTo(leader.name());
    }

    @Test
    void aHookThatLostItsMachineRunsAgain() {
        juju.ask(JujuBench.deployTagged("db", 1, "compute"));
        juju.infra().until(HookStarted.class, f -> f.unit().equals("db/0"));
        String hostname = juju.machine("0").hostname();

        juju.ask(new CutPower(hostname)).settle();
        boolean isInHook = juju.unit("db/0").isInHook();
        juju.ask(new RestorePower(hostname)).settle();

        assertThat(isInHook).isFalse();
        assertThat(juju.infra().facts(HookInterrupted.class)).hasSize(1);
        assertThat(juju.infra().facts(HookStarted.class))
                .filteredOn(f -> f.unit().equals("db/0"))
                .filteredOn(f -> f.hook().kind() == Hook.Kind.INSTALL)
                .hasSize(2);
        assertThat(JujuView.isActive(juju.unit("db/0"))).isTrue();
    }

    @Test
    void anActionOnALostMachineTimesOut() {
        deployAll();
        juju.ask(new CutPower(juju.machine("0").hostname())).settle();
        RunAction run = new RunAction(MODEL, List.of("db/0"), "show", List.of(), SimTime.MINUTE);

        assertThat(juju.answer(run).stderr())
                .endsWith("ERROR timed out waiting for results from: unit db/0\n");
    }

    @Test
    void resumesWithTheSamePending() {
        juju.ask(JujuBench.deployTagged("db", 2, "compute"));
        juju.ask(JujuBench.deploy("web", 1, "lxd:0"));
        for (int i = 0; i < 60 && !juju.simulation().isFinished(); i++) {
            juju.infra().resumesEqually();
            juju.simulation().step();
        }
    }

    @Test
    void aMachineThatMaasCannotSwitchStaysAllocatingWithoutAnError() {
        juju.infra().simulation().world().table(HardwareView.MACHINES).stream()
                .map(machine -> machine.name())
                .toList()
                .forEach(name -> juju.ask(new DisconnectController(name)));

        juju.ask(JujuBench.deployTagged("db", 1, "compute")).settle();

        assertThat(juju.machine("0").agent().current()).isEqualTo("pending");
        assertThat(juju.machine("0").instance().current()).isEqualTo("allocating");
        assertThat(juju.machine("0").instance().message())
                .isEqualTo(
                        "Allocated: Failed to query node's BMC - (admin) - Aborting DEPLOYING and"
                                + " reverting to ALLOCATED. Unable to power control the node."
                                + " Please check power credentials.");
    }

    private Machine unprovisioned() {
        return JujuView.machines(juju.world(), MODEL).stream()
                .filter(m -> m.instanceId().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private void deployAll() {
        juju.ask(JujuBench.deployTagged("db", 2, "compute"));
        juju.ask(JujuBench.deploy("web", 1, "lxd:0")).settle();
    }
}
