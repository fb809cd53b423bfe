package org.maquete.juju;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.kernel.Answer;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Simulation;

class JujuTest {

    private static final String MODEL = JujuBench.MODEL;

    @Test
    void bootstrapAnswersWhenTheControllerIsThere() {
        JujuBench juju = JujuBench.rack();

        Answer answer = juju.answer(JujuBench.bootstrap("juju"));

        assertThat(answer.stderr())
                .contains("Bootstrap complete, controller \"c\" is now available");
        Machine machine = JujuView.machine(juju.world(), "c:controller", "0").orElseThrow();
        assertThat(machine.hostname()).isEqualTo("server1");
        assertThat(machine.agent().current()).isEqualTo("started");
        assertThat(JujuView.currentModel(juju.world()).orElseThrow().key())
                .isEqualTo("c:controller");
        assertThat(juju.simulation().now()).isBetween(7 * SimTime.MINUTE, 18 * SimTime.MINUTE);
        juju.settle();
        assertThat(
                        JujuView.unit(juju.world(), "c:controller", "controller/0")
                                .orElseThrow()
                                .machine())
                .isEqualTo("0");
    }

    @Test
    void bootstrapFailsInTheWordsOfMaasWhenNoMachineHasTheTag() {
        JujuBench juju = JujuBench.rack();

        Answer answer = juju.answer(JujuBench.bootstrap("controller"));

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.stderr())
                .endsWith(
                        "ERROR failed to bootstrap model: cannot start bootstrap instance: failed"
                                + " to"
                                + " acquire node: No such tag(s): 'controller'.\n");
        assertThat(JujuView.models(juju.world(), "c")).isEmpty();
    }

    @Test
    void threeUnitsWithATagBecomeThreeMachines() {
        JujuBench juju = JujuBench.ready();

        Answer answer = juju.answer(JujuBench.deployTagged("db", 3, "compute"));

        assertThat(answer.stderr())
                .isEqualTo(
                        "Deployed \"db\" from charm-hub charm \"db\", revision 7 in channel"
                                + " latest/stable on ubuntu@22.04/stable\n");
        assertThat(juju.statuses())
                .containsExactly(
                        "db/0 waiting allocating waiting for machine",
                        "db/1 waiting allocating waiting for machine",
                        "db/2 waiting allocating waiting for machine");
        juju.settle();
        assertThat(juju.statuses())
                .containsExactly(
                        "db/0 active idle ready with red",
                        "db/1 active idle ready with red",
                        "db/2 active idle ready with red");
        assertThat(JujuView.machines(juju.world(), MODEL))
                .extracting(Machine::name)
                .containsExactly("0", "1", "2");
        assertThat(JujuView.machines(juju.world(), MODEL))
                .allMatch(m -> m.hardware().contains("tags=compute"))
                .allMatch(m -> m.instance().message().equals("Deployed"));
        assertThat(JujuView.units(juju.world(), MODEL)).filteredOn(Unit::leader).hasSize(1);
    }

    @Test
    void hooksOfANewUnitComeInJujusOrder() {
        JujuBench juju = JujuBench.ready();
        juju.ask(JujuBench.deploy("db", 1)).settle();

        assertThat(juju.infra().facts(HookStarted.class))
                .filteredOn(fact -> fact.unit().equals("db/0"))
                .extracting(fact -> fact.hook().toString())
                .containsExactly(
                        "install",
                        "relation-created 0",
                        "leader-elected",
                        "config-changed",
                        "start");
    }

    @Test
    void containersWaitForTheirMachineAndGetItsNumbers() {
        JujuBench juju = JujuBench.ready();
        juju.ask(JujuBench.deployTagged("db", 1, "compute"));

        juju.ask(JujuBench.deploy("web", 2, "lxd:0", "lxd:0"));

        assertThat(JujuView.machines(juju.world(), MODEL))
                .extracting(Machine::name)
                .containsExactly("0", "0/lxd/0", "0/lxd/1");
        juju.settle();
        String uuid = JujuView.model(juju.world(), MODEL).orElseThrow().uuid();
        assertThat(juju.machine("0/lxd/1").instanceId())
                .isEqualTo("juju-" + uuid.substring(30) + "-0-lxd-1");
        assertThat(juju.machine("0/lxd/1").instance().message()).isEqualTo("Container started");
        assertThat(juju.unit("web/1").address())
                .isEqualTo(juju.machine("0/lxd/1").addresses().getFirst());
        assertThat(juju.unit("web/1").workload().message()).isEqualTo("no db");
        assertThat(juju.unit("web/1").waitsFor()).containsExactly("application db");
    }

    @Test
    void aContainerOnAMissingMachineIsAcceptedAndItsUnitWaitsForEver() {
        JujuBench juju = JujuBench.ready();

        juju.ask(JujuBench.deploy("db", 1, "lxd:0")).settle();

        assertThat(juju.statuses()).containsExactly("db/0 waiting allocating waiting for machine");
        assertThat(JujuView.machines(juju.world(), MODEL)).isEmpty();
    }

    @Test
    void subordinatesLiveBesideTheirPrincipalsAndDataFlows() {
        JujuBench juju = JujuBench.ready();
        juju.ask(JujuBench.deployTagged("db", 1, "compute"));
        juju.ask(JujuBench.deploy("web", 2, "lxd:0", "lxd:0"));
        juju.ask(JujuBench.deploy("router", 1));
        assertThat(JujuView.units(juju.world(), MODEL, "router")).isEmpty();

        juju.ask(new Integrate(MODEL, "router:db", "db"));
        juju.ask(new Integrate(MODEL, "web", "router:front"));
        juju.settle();

        assertThat(juju.statuses())
                .containsExactly(
                        "db/0 active idle ready with red",
                        "router/0 active idle ready with red",
                        "router/1 active idle ready with red",
                        "web/0 active idle ready with red",
                        "web/1 active idle ready with red");
        assertThat(JujuView.subordinatesOf(juju.world(), juju.unit("web/0")))
                .extracting(Unit::machine)
                .containsExactly(juju.unit("web/0").machine());
        assertThat(JujuView.relations(juju.world(), MODEL, "router"))
                .extracting(Relation::pair)
                .containsExactly("router:db db:db", "web:db router:front");
    }

    @Test
    void configRunsConfigChangedOnEachUnit() {
        JujuBench juju = JujuBench.ready();
        juju.ask(JujuBench.deploy("db", 2)).settle();

        juju.ask(new Configure(MODEL, "db", List.of(new Setting("colour", "blue")), List.of()));
        juju.settle();

        assertThat(juju.statuses())
                .containsExactly(
                        "db/0 active idle ready with blue", "db/1 active idle ready with blue");
    }

    @Test
    void anActionAnswersWithItsResults() {
        JujuBench juju = JujuBench.ready();
        juju.ask(JujuBench.deploy("db", 1)).settle();

        Answer answer = juju.answer(run("db/leader", "show"));

        assertThat(answer.stdout()).isEqualTo("colour: red\noutput: |-\n  one\n  two\n");
        assertThat(answer.stderr())
                .isEqualTo(
                        "Running operation 1 with 1 task\n  - task 2 on unit-db-0\n\nWaiting for"
                                + " task 2...\n");
        assertThat(answer.exit()).isZero();
        juju.settle();
        assertThat(juju.unit("db/0").agent().current()).isEqualTo("idle");
    }

    @Test
    void aFailedActionMakesTheClientFail() {
        JujuBench juju = JujuBench.ready();
        juju.ask(JujuBench.deploy("db", 1)).settle();
        RunAction command =
                new RunAction(
                        MODEL,
                        List.of("db/0"),
                        "show",
                        List.of(new Setting("fail", "yes")),
                        SimTime.MINUTE);

        Answer answer = juju.answer(command);

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.stderr()).contains("ERROR the following task failed:");
    }

    @Test
    void waitForAnswersWhenAllUnitsAreActiveAndIdle() {
        JujuBench juju = JujuBench.ready();
        juju.ask(JujuBench.deploy("db", 2));

        Answer machine = juju.answer(new WaitFor(MODEL, "machine", "0", SimTime.HOUR));
        boolean wasBusy = juju.statuses().stream().anyMatch(s -> !s.contains("active idle"));
        Answer application = juju.answer(new WaitFor(MODEL, "application", "db", SimTime.HOUR));

        assertThat(machine.ok()).isTrue();
        assertThat(wasBusy).isTrue();
        assertThat(application.ok()).isTrue();
        assertThat(juju.statuses()).allMatch(s -> s.contains("active idle"));
    }

    @Test
    void waitForGivesUpAfterItsTime() {
        JujuBench juju = JujuBench.ready();

        Answer answer = juju.answer(new WaitFor(MODEL, "application", "db", SimTime.MINUTE));

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.stderr())
                .isEqualTo("ERROR timed out waiting for \"db\" to reach goal state\n");
    }

    @Test
    void staleStatusIsLookedAtWithinFiveMinutes() {
        JujuBench juju = JujuBench.ready();
        juju.ask(JujuBench.deploy("db", 1)).settle();
        long before = juju.simulation().now();

        juju.ask(new StatusStale(MODEL, "db/0")).ask(new StatusStale(MODEL, "db/0")).settle();

        assertThat(juju.infra().facts(HookStarted.class))
                .filteredOn(fact -> fact.hook().kind() == Hook.Kind.UPDATE_STATUS)
                .hasSize(1);
        assertThat(juju.simulation().now() - before).isLessThan(6 * SimTime.MINUTE);
    }

    @Test
    void switchSaysFromWhereToWhere() {
        JujuBench juju = JujuBench.ready();

        assertThat(juju.answer(new SwitchModel("c:controller")).stderr())
                .isEqualTo("c:admin/m -> c:admin/controller\n");
        assertThat(juju.answer(new SwitchModel("controller")).stderr())
                .isEqualTo("c:admin/controller (no change)\n");
    }

    @Test
    void removalTakesUnitsMachinesAndRelationsAlong() {
        JujuBench juju = JujuBench.ready();
        juju.ask(JujuBench.deployTagged("db", 2, "compute"));
        juju.ask(JujuBench.deploy("web", 1, "lxd:0"));
        juju.ask(JujuBench.deploy("router", 1));
        juju.ask(new Integrate(MODEL, "router:db", "db"));
        juju.ask(new Integrate(MODEL, "web", "router:front"));
        juju.settle();

        juju.ask(new RemoveUnit(MODEL, "db/1", false)).settle();
        juju.ask(new RemoveApplication(MODEL, "web", false)).settle();

        assertThat(JujuView.units(juju.world(), MODEL))
                .extracting(Unit::name)
                .containsExactly("db/0");
        assertThat(JujuView.machines(juju.world(), MODEL))
                .extracting(Machine::name)
                .containsExactly("0");
        juju.ask(new RemoveMachine(MODEL, "0", true)).settle();
        assertThat(JujuView.machines(juju.world(), MODEL)).isEmpty();
    }

    @Test
    void replayGivesTheSameWorld() {
        JujuBench juju = JujuBench.ready();
        juju.ask(JujuBench.deployTagged("db", 2, "compute"));
        juju.ask(JujuBench.deploy("web", 1, "lxd:1")).settle();

        Simulation again =
                Simulation.replay(
                        JujuBench.model(),
                        juju.simulation().settings(),
                        juju.simulation().inputs());
        while (!again.isFinished() && again.step()) {
            // to the same end
        }

        assertThat(again.world().digest()).isEqualTo(juju.world().digest());
        assertThat(again.journal().digest()).isEqualTo(juju.simulation().journal().digest());
    }

    private static RunAction run(String target, String action) {
        return new RunAction(MODEL, List.of(target), action, List.of(), SimTime.MINUTE);
    }
}
