package org.maquete.juju;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.hardware.CutPower;
import org.maquete.kernel.Answer;
import org.maquete.kernel.SimTime;
import org.maquete.maas.MaasView;
import org.maquete.maas.NodeStatus;

/** How units, relations, applications and machines go. */
class LifeTest {

    private static final String MODEL = JujuBench.MODEL;

    private final JujuBench juju = JujuBench.ready();

    @Test
    void aUnitPartsFromThoseItHasMetThenStopsAndIsGone() {
        deployAll();

        juju.ask(new RemoveUnit(MODEL, "db/1", false)).settle();

        assertThat(hooks("db/1").subList(hooks("db/1").indexOf("start") + 1, hooks("db/1").size()))
                .endsWith(
                        "relation-departed 0 db/0",
                        "relation-broken 0",
                        "relation-departed 1 router/0",
                        "relation-broken 1",
                        "stop",
                        "remove");
        assertThat(hooks("db/0")).contains("relation-departed 0 db/1");
        assertThat(hooks("router/0")).contains("relation-departed 1 db/1");
        assertThat(JujuView.unit(juju.world(), MODEL, "db/1")).isEmpty();
        assertThat(JujuView.machine(juju.world(), MODEL, "1")).isEmpty();
    }

    @Test
    void othersSeeAUnitNoMoreAsSoonAsItIsToLeave() {
        deployAll();

        juju.ask(new RemoveUnit(MODEL, "db/1", false));

        Unit router = juju.unit("router/0");
        assertThat(juju.unit("db/1").isInHook()).isTrue();
        assertThat(JujuView.remoteUnits(juju.world(), router, relation("router:db db:db")))
                .extracting(Unit::name)
                .containsExactly("db/0");
    }

    @Test
    void theAgentSaysThatTheCharmStopsAndThatItCleansUp() {
        juju.ask(JujuBench.deployTagged("db", 1, "compute")).settle();

        juju.ask(new RemoveUnit(MODEL, "db/0", false));
        juju.infra().until(HookStarted.class, f -> f.hook().kind() == Hook.Kind.STOP);
        List<String> stopping = juju.statuses();
        juju.infra().until(HookStarted.class, f -> f.hook().kind() == Hook.Kind.REMOVE);

        assertThat(stopping).containsExactly("db/0 maintenance executing stopping charm software");
        assertThat(juju.statuses())
                .containsExactly("db/0 maintenance executing cleaning up prior to charm deletion");
    }

    @Test
    void aPrincipalWaitsForItsSubordinates() {
        deployAll();

        juju.ask(new RemoveUnit(MODEL, "web/0", false)).settle();

        List<String> gone =
                juju.infra().facts(UnitRemoved.class).stream().map(UnitRemoved::unit).toList();
        assertThat(gone).containsExactly("router/0", "web/0");
    }

    @Test
    void aRelationLivesUntilTheLastUnitHasLeftIt() {
        deployAll();

        juju.ask(new RemoveRelation(MODEL, "router:db", "db"));
        String refused = juju.refused(new Integrate(MODEL, "router:db", "db")).message();
        juju.settle();

        assertThat(refused)
                .isEqualTo(
                        "cannot add relation \"router:db db:db\": relation router:db db:db is"
                                + " dying, but not yet removed");
        assertThat(hooks("db/0")).endsWith("relation-departed 1 router/0", "relation-broken 1");
        assertThat(hooks("router/0"))
                .endsWith(
                        "relation-departed 1 db/0",
                        "relation-departed 1 db/1",
                        "relation-broken 1");
        assertThat(juju.statuses()).contains("router/0 blocked idle no db");
        juju.ask(new Integrate(MODEL, "router:db", "db")).settle();
        assertThat(juju.statuses()).contains("router/0 active idle ready with red");
    }

    @Test
    void anApplicationIsGoneAfterItsUnitsAndRelations() {
        deployAll();

        juju.ask(new RemoveApplication(MODEL, "db", false));
        boolean isDying = JujuView.application(juju.world(), MODEL, "db").orElseThrow().dying();
        juju.settle();

        assertThat(isDying).isTrue();
        assertThat(JujuView.application(juju.world(), MODEL, "db")).isEmpty();
        assertThat(JujuView.relations(juju.world(), MODEL))
                .extracting(Relation::pair)
                .containsExactly("web:db router:front");
        assertThat(juju.statuses()).contains("router/0 blocked idle no db");
        assertThat(juju.machine("0").agent().current()).isEqualTo("started"); // hosts web/0
    }

    @Test
    void removingTheRelationOfASubordinateRemovesItsUnits() {
        deployAll();

        juju.ask(new RemoveRelation(MODEL, "web", "router")).settle();

        assertThat(JujuView.units(juju.world(), MODEL, "router")).isEmpty();
        assertThat(JujuView.application(juju.world(), MODEL, "router")).isPresent();
        assertThat(juju.statuses()).contains("web/0 blocked idle no db");
    }

    @Test
    void withForceNobodyIsAskedButTheOthersHear() {
        deployAll();

        juju.ask(new RemoveUnit(MODEL, "db/1", true));
        boolean isThere = JujuView.unit(juju.world(), MODEL, "db/1").isPresent();
        juju.settle();

        assertThat(isThere).isFalse();
        assertThat(hooks("db/0")).contains("relation-departed 0 db/1");
        assertThat(hooks("router/0")).contains("relation-departed 1 db/1");
    }

    @Test
    void aUnitOnADeadMachineStaysUntilItIsForced() {
        deployAll();
        juju.ask(new CutPower(juju.machine("1").hostname())).settle();

        juju.ask(new RemoveUnit(MODEL, "db/1", false)).settle();
        boolean staysThere = JujuView.unit(juju.world(), MODEL, "db/1").isPresent();
        juju.ask(new RemoveUnit(MODEL, "db/1", true)).settle();

        assertThat(staysThere).isTrue();
        assertThat(JujuView.unit(juju.world(), MODEL, "db/1")).isEmpty();
        assertThat(JujuView.relations(juju.world(), MODEL)).hasSize(3);
    }

    @Test
    void aForcedRelationDoesNotWaitForUnitsThatCannotRunHooks() {
        deployAll();
        juju.ask(new CutPower(juju.machine("1").hostname())).settle();

        juju.ask(new RemoveRelation(MODEL, "router:db", "db")).settle();
        boolean isDying = relation("router:db db:db").dying();
        juju.ask(new RemoveRelation(MODEL, "router:db", "db", true)).settle();

        assertThat(isDying).isTrue();
        assertThat(JujuView.relations(juju.world(), MODEL))
                .extracting(Relation::pair)
                .containsExactly("db:peer", "web:db router:front");
    }

    @Test
    void hooksWaitInTheOrderOfJujusResolvers() {
        juju.ask(JujuBench.deployTagged("db", 1, "compute")).settle();
        List<Hook.Kind> typed =
                List.of(
                        Hook.Kind.REMOVE,
                        Hook.Kind.STOP,
                        Hook.Kind.UPDATE_STATUS,
                        Hook.Kind.RELATION_BROKEN,
                        Hook.Kind.RELATION_JOINED,
                        Hook.Kind.START,
                        Hook.Kind.CONFIG_CHANGED,
                        Hook.Kind.LEADER_ELECTED,
                        Hook.Kind.RELATION_CREATED,
                        Hook.Kind.UPGRADE_CHARM);

        List<Hook> queue = HookOrder.with(juju.unit("db/0"), typed.stream().map(Hook::of).toList());

        assertThat(queue)
                .extracting(Hook::toString)
                .containsExactly(
                        "upgrade-charm",
                        "relation-created",
                        "leader-elected",
                        "config-changed",
                        "start",
                        "relation-broken",
                        "relation-joined",
                        "update-status",
                        "stop",
                        "remove");
        assertThat(queue.stream().filter(HookOrder::isAfterActions).findFirst())
                .contains(Hook.of(Hook.Kind.CONFIG_CHANGED));
    }

    @Test
    void severalAreRemovedAndAnErrorOfOneKeepsNoneBack() {
        deployAll();

        Answer answer =
                juju.answer(new RemoveUnit(MODEL, List.of("db/0", "db/7", "db/1"), Removal.PLAIN));

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.stdout()).isEqualTo("will remove unit db/0\nwill remove unit db/1\n");
        assertThat(answer.stderr())
                .isEqualTo("ERROR removing unit db/7 failed: unit \"db/7\" does not exist\n");
        juju.settle();
        assertThat(JujuView.units(juju.world(), MODEL, "db")).isEmpty();
    }

    @Test
    void aDryRunOnlySaysWhatWouldGo() {
        deployAll();
        Removal dry = new Removal(false, false, false, true);

        Answer machine = juju.answer(new RemoveMachine(MODEL, List.of("0"), dry));
        Answer application = juju.answer(new RemoveApplication(MODEL, List.of("db"), dry));

        assertThat(machine.stdout())
                .isEqualTo(
                        """
                        will remove machine 0
                        - will remove unit db/0
                        will remove machine 0/lxd/0
                        - will remove unit router/0
                        - will remove unit web/0
                        """);
        assertThat(machine.stderr())
                .isEqualTo(
                        "WARNING This command will perform the following actions:\n\n"
                                + "This will require `--force`\n");
        assertThat(application.stdout())
                .isEqualTo(
                        """
                        will remove application db
                        - will remove unit db/0
                        - will remove unit db/1
                        """);
        assertThat(juju.statuses()).hasSize(4).allMatch(status -> status.contains("active idle"));
    }

    @Test
    void aMachineCanGoWithoutItsInstance() {
        juju.ask(JujuBench.deployTagged("db", 1, "compute")).settle();
        String hostname = juju.machine("0").hostname();
        Removal keep = new Removal(true, false, true, false);

        Answer answer = juju.answer(new RemoveMachine(MODEL, List.of("0"), keep));
        juju.settle();

        assertThat(answer.stdout())
                .isEqualTo(
                        """
                        will remove machine 0 (but retaining cloud instance)
                        - will remove unit db/0
                        """);
        assertThat(MaasView.machine(juju.world(), hostname).orElseThrow().status())
                .isEqualTo(NodeStatus.DEPLOYED);
    }

    @Test
    void unitsThatGoAlreadyDoNotHoldTheirMachine() {
        juju.ask(JujuBench.deployTagged("db", 1, "compute")).settle();

        juju.ask(new RemoveUnit(MODEL, "db/0", false));
        Answer answer = juju.answer(new RemoveMachine(MODEL, "0", false));

        assertThat(answer.ok()).isTrue();
    }

    @Test
    void theOnlyControllerCannotBeRemoved() {
        assertThat(juju.refused(new RemoveMachine("c:controller", "0", true)).message())
                .isEqualTo("controller 0 is the only controller");
    }

    @Test
    void theNextLeaderComesWhenTheLeaseHasRunOut() {
        deployAll();
        Unit leader = JujuView.leader(juju.world(), MODEL, "db").orElseThrow();
        long cutNs = juju.simulation().now();

        juju.ask(new CutPower(JujuView.hostOf(juju.world(), leader)));
        juju.infra()
                .until(
                        LeaderElected.class,
                        f -> f.unit().startsWith("db/") && !f.unit().equals(leader.name()));

        assertThat(juju.simulation().now() - cutNs)
                .isBetween(30 * SimTime.SECOND, 60 * SimTime.SECOND);
        juju.settle();
        Unit next = JujuView.leader(juju.world(), MODEL, "db").orElseThrow();
        assertThat(hooks(next.name())).contains("leader-elected");
    }

    @Test
    void theNextLeaderComesAtOnceWhenTheLeaderIsGone() {
        deployAll();
        String leader = JujuView.leader(juju.world(), MODEL, "db").orElseThrow().name();

        juju.ask(new RemoveUnit(MODEL, leader, false));
        juju.infra().until(UnitRemoved.class, f -> f.unit().equals(leader));

        assertThat(JujuView.leader(juju.world(), MODEL, "db")).isPresent();
    }

    @Test
    void resumesWithTheSamePendingWhileThingsGo() {
        deployAll();
        juju.ask(new RemoveRelation(MODEL, "router:db", "db"));
        juju.ask(new RemoveUnit(MODEL, "web/0", false));
        for (int i = 0; i < 25 && !juju.simulation().isFinished(); i++) {
            juju.infra().resumesEqually();
            juju.simulation().step();
        }
    }

    private Relation relation(String pair) {
        return JujuView.relations(juju.world(), MODEL).stream()
                .filter(relation -> relation.pair().equals(pair))
                .findFirst()
                .orElseThrow();
    }

    private List<String> hooks(String unit) {
        return juju.infra().facts(HookStarted.class).stream()
                .filter(fact -> fact.unit().equals(unit))
                .map(fact -> fact.hook().toString())
                .toList();
    }

    private void deployAll() {
        juju.ask(JujuBench.deployTagged("db", 2, "compute"));
        juju.ask(JujuBench.deploy("web", 1, "lxd:0"));
        juju.ask(JujuBench.deploy("router", 1));
        juju.ask(new Integrate(MODEL, "router:db", "db"));
        juju.ask(new Integrate(MODEL, "web", "router:front"));
        juju.settle();
    }
}
