package org.maquete.nova.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maquete.kernel.Draws;

/** Reasons are those of the slow and obvious way, at the time of the decision. */
final class ExplanationTest {

    private static final String ALL_FILTERS =
            SchedulerOptions.CHARM_FILTERS
                    + ",AggregateIoOpsFilter,NumInstancesFilter,IsolatedHostsFilter,JsonFilter";

    private final Draws draws = Draws.of(11, "nova", "hosts", "reasons", 0);

    private static SchedulerOptions options(boolean all) {
        return SchedulerOptions.of(
                all
                        ? Map.of(
                                "filter_scheduler.enabled_filters",
                                ALL_FILTERS,
                                "filter_scheduler.max_instances_per_host",
                                "6")
                        : Map.of(
                                "filter_scheduler.enabled_filters",
                                SchedulerOptions.CHARM_FILTERS));
    }

    private Host host(int i) {
        Host.Room room =
                new Host.Room(
                        8,
                        draws.below(3),
                        32768,
                        512 * (draws.below(60) - 4),
                        238,
                        0,
                        1024 * draws.below(238),
                        new Host.Ratios(2, 0.98, 1),
                        draws.below(3),
                        draws.below(3),
                        draws.below(10) == 0 ? 2 : 0);
        Map<String, String> metadata =
                draws.below(2) == 0
                        ? Map.of("ram_weight_multiplier", "0.3", "max_io_ops_per_host", "3")
                        : Map.of("availability_zone", "nova");
        return new Host(
                "server" + i,
                "server" + i,
                "uuid" + i,
                "cell1",
                room,
                new Host.Hypervisor("server" + i, "QEMU", 6002000, "172.16.0.1", "", List.of()),
                new Host.Service(false, false, draws.below(6) == 0 ? 75 : 3),
                Map.of(),
                Map.of(),
                draws.below(20) == 0 ? List.of(3) : List.of(),
                draws.below(3) == 0
                        ? List.of(new Host.HostAggregate("aggregate", metadata))
                        : List.of(),
                draws.below(4) == 0 ? List.of("vm1", "vm2") : List.of());
    }

    private RequestSpec request(int n) {
        RequestSpec.Wishes wishes =
                switch (draws.below(8)) {
                    case 0 ->
                            new RequestSpec.Wishes(
                                    "", List.of("server2"), List.of(), List.of(), Optional.empty());
                    case 1 ->
                            new RequestSpec.Wishes(
                                    "",
                                    List.of(),
                                    List.of("server1", "server3"),
                                    List.of(),
                                    Optional.empty());
                    default -> RequestSpec.Wishes.NONE;
                };
        Map<String, List<String>> hints =
                switch (draws.below(6)) {
                    case 0 -> Map.of("different_host", List.of("vm1", "vm" + (n - 1)));
                    case 1 -> Map.of("query", List.of("[\">=\", \"$free_ram_mb\", 4096]"));
                    case 2 -> Map.of("_nova_check_type", List.of("rebuild"));
                    default -> Map.of();
                };
        List<String> policies = List.of("anti-affinity", "soft-affinity", "soft-anti-affinity");
        Optional<RequestSpec.Group> group =
                draws.below(3) > 0
                        ? Optional.empty()
                        : Optional.of(
                                new RequestSpec.Group(
                                        policies.get(draws.below(3)),
                                        List.of("vm1", "vm2", "vm" + (n - 1), "vm" + (n - 2)),
                                        List.of("server1"),
                                        0));
        RequestSpec.Shape shape =
                new RequestSpec.Shape(
                        new RequestSpec.Flavor("m1", 1, 2048, 20, 0, 0, Map.of()),
                        new RequestSpec.Image("cirros", Map.of()),
                        wishes,
                        hints,
                        "p1");
        return new RequestSpec(shape, group, "vm" + n, 1);
    }

    private void change(HostStates states, RequestSpec spec, int chosen) {
        int host = draws.below(states.count());
        if (chosen != Scheduler.NONE) {
            states.consume(chosen, spec);
            states.addInstance(chosen, spec.instanceUuid());
        }
        switch (draws.below(7)) {
            case 0 -> states.replace(host, host(host));
            case 1 -> states.restore(host, new HostStates.Taken(1, 512, 1024, 1));
            case 2 -> states.settled(host);
            case 3 -> states.release(host, spec);
            case 4 -> states.remove(host, spec.forInstance("vm1"));
            default -> states.addInstance(host, "other" + spec.instanceUuid());
        }
    }

    private record Kept(Explanation why, List<String> expected, int chosen) {}

    @Test
    void givesEveryNumberAndTextOfItsTimeWheneverItIsRead() {
        for (int round = 0; round < 12; round++) {
            int hostCount = round < 6 ? 5 : 70;
            HostStates states =
                    new HostStates(IntStream.range(0, hostCount).mapToObj(this::host).toList());
            SchedulerOptions options = options(round % 2 == 0);
            FilterScheduler scheduler = new FilterScheduler(options);
            List<Kept> kept = new ArrayList<>();
            for (int n = 3; n < 60; n++) {
                RequestSpec spec = request(n);
                int[] candidates =
                        draws.below(2) == 0
                                ? states.all()
                                : IntStream.range(0, hostCount)
                                        .filter(i -> draws.below(5) > 0)
                                        .toArray();
                List<String> expected = SlowExplaining.lines(options, states, spec, candidates);
                Explanation why = scheduler.explain(states, spec, candidates);
                if (draws.below(3) == 0) {
                    assertThat(SlowExplaining.lines(why)).isEqualTo(expected);
                }
                kept.add(new Kept(why, expected, why.chosen()));
                if (candidates.length < hostCount) {
                    Arrays.fill(candidates, 0); // a caller may use its array again
                }
                change(states, spec, why.chosen());
            }
            for (Kept each : kept) {
                assertThat(SlowExplaining.lines(each.why())).isEqualTo(each.expected());
                int[] ranking = each.why().ranking();
                assertThat(each.chosen())
                        .isEqualTo(ranking.length == 0 ? Scheduler.NONE : ranking[0]);
            }
        }
    }

    @Test
    void tellsAfterLaterServersWhatDroppedAHostThen() {
        HostStates states = new HostStates(List.of(host(0), host(1)));
        SchedulerOptions few =
                SchedulerOptions.of(
                        Map.of(
                                "filter_scheduler.enabled_filters",
                                "NumInstancesFilter",
                                "filter_scheduler.max_instances_per_host",
                                "5"));
        RequestSpec.Shape shape =
                new RequestSpec.Shape(
                        new RequestSpec.Flavor("m1", 1, 2048, 20, 0, 0, Map.of()),
                        new RequestSpec.Image("cirros", Map.of()),
                        RequestSpec.Wishes.NONE,
                        "p1");
        RequestSpec spec = new RequestSpec(shape, Optional.empty(), "vm", 1);
        for (int n = states.instanceCount(0); n < 5; n++) {
            states.consume(0, spec);
        }

        Explanation why = new FilterScheduler(few).explain(states, spec);
        states.consume(0, spec);
        states.consume(1, spec);

        assertThat(why.text())
                .startsWith(
                        "NumInstancesFilter: 1 left\n"
                                + "    server0: 5 instances, max_instances_per_host is 5\n"
                                + "1. server1: 0.0\n");
        assertThat(why.chosen()).isEqualTo(1);
    }

    @Test
    void saysThatAChoiceWasDrawnIfItIsNotTheHeaviest() {
        HostStates states = new HostStates(IntStream.range(0, 9).mapToObj(this::host).toList());
        SchedulerOptions options =
                SchedulerOptions.of(
                        Map.of(
                                "filter_scheduler.enabled_filters",
                                "AllHostsFilter",
                                "filter_scheduler.host_subset_size",
                                "9"));
        FilterScheduler scheduler = new FilterScheduler(options, 5);
        int drawnCount = 0;
        for (int n = 3; n < 20; n++) {
            RequestSpec spec = request(n);
            Explanation why = scheduler.explain(states, spec);
            boolean isDrawn = why.chosen() != why.ranking()[0];
            drawnCount += isDrawn ? 1 : 0;

            assertThat(why.chosen()).isEqualTo(scheduler.choose(states, spec));
            assertThat(why.conclusion().contains("drawn among the heaviest")).isEqualTo(isDrawn);
        }
        assertThat(drawnCount).isPositive();
    }

    @Test
    void ranksManyWeightsAsAStableSortDoes() {
        Ranking ranking = new Ranking();
        double[] odd = {
            0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e-300, -2.5
        };
        for (int count : new int[] {0, 1, 7, 32, 33, 1000, 5000}) {
            double[] weights = new double[count];
            Arrays.setAll(
                    weights,
                    k -> draws.below(9) == 0 ? odd[draws.below(7)] : draws.below(300) / 7.0 - 9);
            Integer[] expected = new Integer[count];
            Arrays.setAll(expected, k -> k);
            Arrays.sort(expected, (a, b) -> Double.compare(weights[b], weights[a]));

            assertThat(ranking.of(weights, count))
                    .isEqualTo(Arrays.stream(expected).mapToInt(k -> k).toArray());
        }
    }
}
