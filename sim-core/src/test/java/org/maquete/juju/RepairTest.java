package org.maquete.juju;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.kernel.Answer;
import org.maquete.kernel.SimTime;

/** Hooks that fail, charms that are refreshed, controllers that are added. */
class RepairTest {

    private static final String MODEL = JujuBench.MODEL;

    private final JujuBench juju = JujuBench.ready();

    @Test
    void aFailedHookStopsTheUnitAndStatusNamesIt() {
        juju.ask(JujuBench.deployTagged("db", 1, "compute")).settle();

        colour("broken");
        juju.settle();

        assertThat(juju.statuses())
                .containsExactly("db/0 error idle hook failed: \"config-changed\"");
        assertThat(juju.unit("db/0").hookQueue())
                .containsExactly(Hook.of(Hook.Kind.CONFIG_CHANGED));
    }

    @Test
    void aFailedRelationHookNamesTheOtherSide() {
        juju.ask(JujuBench.deployTagged("db", 1, "compute"));
        juju.ask(JujuBench.deploy("web", 1, "lxd:0"));
        juju.ask(JujuBench.deploy("router", 1)).settle();
        juju.ask(new Integrate(MODEL, "web", "router:front"));
        juju.infra().until(HookStarted.class, RepairTest::isCreatedOfWeb);

        juju.ask(new Configure(MODEL, "web", List.of(new Setting("colour", "broken")), List.of()));
        juju.settle();

        assertThat(juju.unit("web/0").workload().message())
                .isEqualTo("hook failed: \"db-relation-created\" for router:front");
    }

    private static boolean isCreatedOfWeb(HookStarted fact) {
        return fact.unit().equals("web/0") && fact.hook().kind() == Hook.Kind.RELATION_CREATED;
    }

    @Test
    void theAgentNeverStopsTrying() {
        juju.ask(JujuBench.deployTagged("db", 1, "compute")).settle();

        colour("broken");
        juju.simulation().runUntil(juju.simulation().now() + 30 * SimTime.MINUTE);

        List<HookFailed> failures = juju.infra().facts(HookFailed.class);
        List<HookRetried> retries = juju.infra().facts(HookRetried.class);
        assertThat(failures).hasSizeBetween(9, 12);
        assertThat(retries).hasSizeBetween(failures.size() - 1, failures.size());
        assertThat(juju.statuses()).hasSize(1).allMatch(s -> s.startsWith("db/0"));
    }

    @Test
    void theAgentWaitsTwiceAsLongEachTimeUpToFiveMinutes() {
        assertThat(List.of(0, 1, 2, 3, 4, 5, 6, 7, 100))
                .extracting(tries -> JujuSpans.retryNs(5 * SimTime.SECOND, tries))
                .extracting(ns -> ns / SimTime.SECOND)
                .containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L, 300L);
    }

    @Test
    void theUnitGoesOnByItselfWhenTheCauseIsGone() {
        juju.ask(JujuBench.deployTagged("db", 1, "compute")).settle();
        colour("broken");
        juju.settle();

        colour("blue");
        juju.simulation().runUntil(juju.simulation().now() + 10 * SimTime.MINUTE);

        assertThat(juju.statuses()).containsExactly("db/0 active idle ready with blue");
        assertThat(juju.world().table(JujuTables.HOOK_ERRORS).count()).isZero();
    }

    @Test
    void resolvedRunsTheHookAtOnceOrSkipsIt() {
        juju.ask(JujuBench.deployTagged("db", 1, "compute")).settle();
        colour("broken");
        juju.settle();

        juju.ask(new Resolved(MODEL, List.of(), true)).settle();
        List<String> skipped = juju.statuses();
        colour("broken again");
        colour("broken");
        juju.settle();
        colour("blue");
        juju.ask(new Resolved(MODEL, "db/0", false)).settle();

        assertThat(skipped).containsExactly("db/0 active idle ready with red");
        assertThat(juju.statuses()).containsExactly("db/0 active idle ready with blue");
    }

    @Test
    void aUnitInErrorIsGoneOnlyByForce() {
        juju.ask(JujuBench.deployTagged("db", 1, "compute")).settle();
        colour("broken");
        juju.settle();

        juju.ask(new RemoveUnit(MODEL, "db/0", false)).settle();
        boolean isThere = JujuView.unit(juju.world(), MODEL, "db/0").isPresent();
        juju.ask(new RemoveUnit(MODEL, "db/0", true)).settle();

        assertThat(isThere).isTrue();
        assertThat(juju.statuses()).isEmpty();
    }

    @Test
    void onlyMachinesInErrorAreProvisionedAgain() {
        juju.ask(JujuBench.deployTagged("db", 5, "compute")).settle();
        List<String> broken =
                JujuView.machines(juju.world(), MODEL).stream()
                        .filter(m -> m.instance().current().equals("provisioning error"))
                        .map(Machine::name)
                        .toList();

        Answer answer = juju.answer(new RetryProvisioning(MODEL, List.of("9", broken.getFirst())));
        String first = juju.machine(broken.getFirst()).instance().current();
        String last = juju.machine(broken.getLast()).instance().current();
        juju.ask(new RetryProvisioning(MODEL, List.of()));

        assertThat(broken).hasSize(2);
        assertThat(answer.stderr()).isEqualTo("machine 9 not found\n");
        assertThat(first).isEqualTo("pending");
        assertThat(last).isEqualTo("provisioning error");
        assertThat(juju.machine(broken.getLast()).instance().current()).isEqualTo("pending");
    }

    @Test
    void aRefreshToAnotherTrackRunsUpgradeCharm() {
        juju.ask(JujuBench.deployTagged("db", 1, "compute")).settle();

        Answer same = juju.answer(new RefreshCharm(MODEL, "db", ""));
        Answer risk = juju.answer(new RefreshCharm(MODEL, "db", "latest/edge"));
        Answer track = juju.answer(new RefreshCharm(MODEL, "db", "2/stable"));
        juju.settle();

        assertThat(same.stderr()).isEqualTo("charm \"db\": already up-to-date\n");
        assertThat(risk.stderr())
                .isEqualTo(
                        "charm \"db\": already up-to-date. Note: all future refreshes will now use"
                                + " channel \"latest/edge\"\n");
        assertThat(track.stderr())
                .isEqualTo(
                        "Added charm-hub charm \"db\", revision 7 in channel 2/stable, to the"
                                + " model\n");
        assertThat(juju.infra().facts(HookStarted.class))
                .extracting(fact -> fact.hook().toString())
                .endsWith("upgrade-charm", "config-changed");
        assertThat(JujuView.application(juju.world(), MODEL, "db").orElseThrow().channel())
                .isEqualTo("2/stable");
    }

    @Test
    void haAddsMachinesThatVoteWhenTheyRun() {
        Answer answer = juju.answer(new EnableHa("c", 0, "tags=compute", List.of()));
        int before = ControllerView.voting(juju.world(), "c").size();
        juju.settle();

        assertThat(answer.stdout()).isEqualTo("maintaining machines: 0\nadding machines: 1, 2\n");
        assertThat(before).isEqualTo(1);
        assertThat(ControllerView.voting(juju.world(), "c"))
                .extracting(Machine::name)
                .containsExactly("0", "1", "2");
        assertThat(JujuView.units(juju.world(), "c:controller", "controller"))
                .extracting(Unit::name)
                .containsExactly("controller/0", "controller/1", "controller/2");
        assertThat(juju.answer(new EnableHa("c", 3, "", List.of())).text()).isEmpty();
        assertThat(juju.refused(new EnableHa("c", 1, "", List.of())).message())
                .isEqualTo(
                        "failed to enable HA with 1 controllers: cannot remove controllers with"
                                + " enable-ha, use remove-machine and chose the controller(s) to"
                                + " remove");
        assertThat(juju.refused(new EnableHa("c", 9, "", List.of())).message())
                .isEqualTo("controller count is too large (allowed 7)");
    }

    private void colour(String colour) {
        juju.ask(new Configure(MODEL, "db", List.of(new Setting("colour", colour)), List.of()));
    }
}
