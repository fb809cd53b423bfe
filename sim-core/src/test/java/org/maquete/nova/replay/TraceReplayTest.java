package org.maquete.nova.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.kernel.Draws;
import org.maquete.kernel.JournalEntry;
import org.maquete.kernel.JournalMode;
import org.maquete.kernel.Model;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Settings;
import org.maquete.kernel.Simulation;
import org.maquete.nova.scheduler.FilterScheduler;
import org.maquete.nova.scheduler.HostStates;
import org.maquete.nova.scheduler.RequestSpec;
import org.maquete.nova.scheduler.Scheduler;
import org.maquete.nova.trace.Amounts;
import org.maquete.nova.trace.Synthetic;
import org.maquete.nova.trace.Trace;

final class TraceReplayTest {

    private static final long S = 1_000_000_000L;
    private static final Origin ME = new Origin.Person("test");

    private static Trace.Request request(String name, long arrivalS, long endS, int vcpus) {
        long endNs = endS < 0 ? Trace.NEVER : endS * S;
        return new Trace.Request(name, arrivalS * S, endNs, Amounts.of(vcpus, 1024, 10), List.of());
    }

    private static Simulation started(Trace trace, Policy policy) {
        TraceReplay replay = new TraceReplay(Cloud.plain(trace), policy.scheduler(trace, 5));
        Settings settings = new Settings(5, JournalMode.FULL, List.of());
        Simulation run = new Simulation(new Model(List.of(replay)), settings);
        run.submit(new PlayTrace(), ME);
        return run;
    }

    private static List<String> facts(Simulation run) {
        List<String> facts = new ArrayList<>();
        for (JournalEntry entry : run.journal().entries()) {
            if (entry.what() instanceof JournalEntry.Happened happened) {
                facts.add(entry.timeNs() / S + " " + happened.fact());
            }
        }
        return facts;
    }

    @Test
    void placesRefusesAndFreesInTheOrderOfTime() {
        Trace trace =
                new Trace(
                        "",
                        Trace.alike(2, Amounts.of(4, 8192, 100)),
                        List.of(
                                request("a", 0, 10, 3),
                                request("b", 1, -1, 4),
                                request("c", 2, -1, 2),
                                request("d", 10, -1, 4)));

        Simulation run = started(trace, Policy.FIRST_FIT);
        run.runToEnd();

        assertThat(facts(run))
                .containsExactly(
                        "0 ServerPlaced[request=0, host=0]",
                        "1 ServerPlaced[request=1, host=1]",
                        "2 ServerRefused[request=2]",
                        "10 ServerLeft[request=0, host=0]",
                        "10 ServerPlaced[request=3, host=0]");
    }

    @Test
    void goesTheSameWayWithAndWithoutAForkInTheMiddle() {
        Trace trace = Synthetic.of(20, 1200, 1.4, 3600 * S).trace(2);
        for (Policy policy : Policy.values()) {
            Simulation whole = started(trace, policy);
            whole.runToEnd();

            Simulation parent = started(trace, policy);
            for (int n = 0; n < 900; n++) {
                parent.step();
            }
            Simulation child = parent.fork();
            Draws draws = Draws.of(1, "test", policy.word(), "turns", 0);
            while (!parent.isFinished() || !child.isFinished()) {
                Simulation next = draws.below(2) == 0 ? parent : child;
                next.step();
                if (draws.below(50) == 0) {
                    assertThat(next.violations()).as(policy.word()).isEmpty();
                }
            }

            assertThat(parent.journal().digest()).isEqualTo(whole.journal().digest());
            assertThat(child.journal().digest()).isEqualTo(whole.journal().digest());
            assertThat(child.world().digest()).isEqualTo(whole.world().digest());
            assertThat(whole.violations()).as(policy.word()).isEmpty();
        }
    }

    @Test
    void hasTheSamePendingAfterTheQueueIsDropped() {
        Simulation run = started(Synthetic.of(5, 200, 1, 3600 * S).trace(1), Policy.BEST_FIT);
        for (int n = 0; n < 150; n++) {
            run.step();
        }

        Simulation resumed = Simulation.resume(run.model(), run.settings(), run.world(), run.now());
        run.runToEnd();
        resumed.runToEnd();

        assertThat(resumed.world().digest()).isEqualTo(run.world().digest());
    }

    @Test
    void choosesAmongCandidatesWhatAllReasonsSay() {
        Trace trace = Synthetic.of(90, 1, 1, Trace.NEVER).trace(4);
        Scheduler nova = Policy.NOVA.scheduler(trace, 1);
        HostStates hosts = new HostStates(Cloud.byCharms(trace).computes());
        RequestSpec spec = new Asked(trace).spec(0);
        Draws draws = Draws.of(1, "test", "candidates", "subset", 0);
        for (int n = 0; n < 300; n++) {
            int from = draws.below(60);
            int step = 1 + draws.below(2);
            int[] candidates = new int[1 + draws.below(14)];
            for (int k = 0; k < candidates.length; k++) {
                candidates[k] = from + step * k;
            }

            int chosen = nova.choose(hosts, spec, candidates);

            int expected = ((FilterScheduler) nova).explain(hosts, spec, candidates).ranking()[0];
            assertThat(chosen).isEqualTo(expected);
            hosts.consume(chosen, spec);
        }
    }

    @Test
    void prefersAsEachPolicySays() {
        List<Trace.Host> hosts =
                List.of(
                        new Trace.Host("half", Amounts.of(8, 8192, 100), ""),
                        new Trace.Host("full", Amounts.of(4, 4096, 100), ""),
                        new Trace.Host("free", Amounts.of(64, 65536, 100), ""));
        Trace trace = new Trace("", hosts, List.of(request("a", 0, -1, 2), request("b", 1, -1, 2)));
        HostStates states = new HostStates(Cloud.plain(trace).computes());
        RequestSpec spec = new Asked(trace).spec(0);
        states.consume(0, spec);
        states.consume(1, spec);
        int[] all = {0, 1, 2};

        assertThat(Policy.FIRST_FIT.scheduler(trace, 1).choose(states, spec, all)).isZero();
        assertThat(Policy.BEST_FIT.scheduler(trace, 1).choose(states, spec, all)).isEqualTo(1);
        assertThat(Policy.WORST_FIT.scheduler(trace, 1).choose(states, spec, all)).isEqualTo(2);
        assertThat(Policy.DOT_PRODUCT.scheduler(trace, 1).choose(states, spec, all)).isEqualTo(1);
        RequestSpec second = new Asked(trace).spec(1);
        assertThat(Policy.ROUND_ROBIN.scheduler(trace, 1).choose(states, second, all)).isEqualTo(1);
        assertThat(Policy.ROUND_ROBIN.scheduler(trace, 1).choose(states, second, new int[] {0}))
                .isZero();
        assertThat(Policy.RANDOM.scheduler(trace, 1).choose(states, spec, all)).isBetween(0, 2);
    }

    @Test
    void givesGpusOfTheWantedModelsOnly() {
        List<Trace.Host> hosts =
                List.of(
                        new Trace.Host("a", new Amounts(8000, 8192, 100, 1000), "T4"),
                        new Trace.Host("b", new Amounts(8000, 8192, 100, 1000), "P100"));
        Amounts share = new Amounts(1000, 512, 1, 600);
        Trace.Request one = new Trace.Request("a", 0, Trace.NEVER, share, List.of("P100", "A10"));
        Trace.Request two = new Trace.Request("b", 0, Trace.NEVER, share, List.of("P100"));
        Replay replay =
                new Replay(
                        Cloud.plain(new Trace("", hosts, List.of(one, two))),
                        (_, _, candidates) -> candidates[0],
                        1);

        replay.advance(2);

        assertThat(replay.result().placedCount()).isEqualTo(1);
        assertThat(replay.result().gpu().end()).isEqualTo(0.3);
    }

    @Test
    void measuresWhatItSays() {
        Trace trace =
                new Trace(
                        "",
                        Trace.alike(2, Amounts.of(4, 8192, 100)),
                        List.of(
                                request("a", 0, -1, 4),
                                request("b", 10, -1, 2),
                                request("c", 20, -1, 4)));
        Replay replay = new Replay(Cloud.plain(trace), (_, _, hosts) -> hosts[0], 1);

        replay.advance(100);
        ReplayResult result = replay.result();

        assertThat(result.acceptance()).isEqualTo(2 / 3.0);
        assertThat(result.vcpu().end()).isEqualTo(6 / 8.0);
        assertThat(result.vcpu().mean()).isEqualTo((4 + 6) / 2.0 / 8);
        assertThat(result.fragmentation()).as("4 does not fit, 2 does").isEqualTo(2 / 3.0);
        assertThat(result.balance()).isEqualTo(0.25 / 0.75);
    }

    @Test
    void refusesAPolicyThatDoesNotLookAtTheCandidates() {
        Trace trace =
                new Trace(
                        "",
                        List.of(
                                new Trace.Host("small", Amounts.of(1, 1024, 10), ""),
                                new Trace.Host("large", Amounts.of(9, 9216, 90), "")),
                        List.of(request("a", 0, -1, 8)));
        Replay replay = new Replay(Cloud.plain(trace), (_, _, _) -> 0, 1);

        assertThatThrownBy(() -> replay.advance(1))
                .hasMessageContaining("expected one of the candidates for request 0, found host 0");
    }
}
