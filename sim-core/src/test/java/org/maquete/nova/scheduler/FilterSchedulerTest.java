package org.maquete.nova.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maquete.kernel.Draws;

final class FilterSchedulerTest {

    private static final RequestSpec.Flavor SMALL =
            new RequestSpec.Flavor("m1.small", 1, 2048, 20, 0, 0, Map.of());

    private static RequestSpec request(RequestSpec.Flavor flavor, RequestSpec.Wishes wishes) {
        RequestSpec.Image image = new RequestSpec.Image("cirros", Map.of());
        return new RequestSpec(
                new RequestSpec.Shape(flavor, image, wishes, "p1"), Optional.empty(), "vm", 1);
    }

    private static RequestSpec request() {
        return request(SMALL, RequestSpec.Wishes.NONE);
    }

    private static Host nuc(String name, int freeRamMb) {
        return nuc(name, freeRamMb, new Host.Service(false, false, 3));
    }

    private static Host nuc(String name, int freeRamMb, Host.Service service) {
        Host.Room room =
                new Host.Room(
                        4,
                        0,
                        16384,
                        freeRamMb,
                        238,
                        0,
                        238 * 1024,
                        new Host.Ratios(2, 0.98, 1),
                        0,
                        0,
                        0);
        return new Host(
                name,
                name,
                "uuid of " + name,
                "cell1",
                room,
                new Host.Hypervisor(name, "QEMU", 6002000, "172.16.0.1", "", List.of()),
                service,
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static SchedulerOptions charm() {
        return NovaConf.ofCharm(Map.of());
    }

    @Test
    void takesTheFastWayToTheSameHostAsTheSlowWay() {
        Draws draws = Draws.of(7, "nova", "hosts", "test", 0);
        List<Host> hosts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Host.Service service = new Host.Service(false, false, draws.below(5) == 0 ? 75 : 3);
            hosts.add(nuc("server" + i, 512 * draws.below(32), service));
        }
        HostStates states = new HostStates(hosts);
        FilterScheduler scheduler = new FilterScheduler(charm());

        for (int n = 0; n < 300; n++) {
            RequestSpec spec = request().forInstance("vm" + n);
            Explanation slow = scheduler.explain(states, spec);
            int fast = scheduler.choose(states, spec);
            assertThat(fast).isEqualTo(slow.ranking()[0]);
            states.consume(fast, spec);
        }
    }

    @Test
    void weighsHostsThatAreAlikeOnceAndChoosesTheSame() {
        Draws draws = Draws.of(3, "nova", "hosts", "alike", 0);
        List<Host> hosts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            hosts.add(nuc("server" + i, 4096 * (1 + draws.below(3))));
        }
        HostStates states = new HostStates(hosts);
        FilterScheduler scheduler = new FilterScheduler(charm());

        for (int n = 0; n < 1500; n++) {
            RequestSpec spec = request().forInstance("vm" + n);
            int[] candidates = IntStream.range(0, 40).filter(i -> draws.below(4) > 0).toArray();
            int[] slow = scheduler.explain(states, spec, candidates).ranking();
            int fast = scheduler.choose(states, spec, candidates);
            assertThat(fast).isEqualTo(slow.length == 0 ? Scheduler.NONE : slow[0]);
            int host = draws.below(40);
            if (draws.below(3) == 0) {
                int ramMb = 512 * draws.below(6);
                states.restore(host, new HostStates.Taken(draws.below(4), ramMb, 0, 1));
            } else if (fast != Scheduler.NONE) {
                states.consume(fast, spec);
                if (draws.below(2) == 0) {
                    states.settled(fast);
                }
            }
        }
    }

    @Test
    void saysHowManyHostsTie() {
        HostStates states =
                new HostStates(List.of(nuc("a", 8192), nuc("b", 15872), nuc("c", 15872)));
        FilterScheduler scheduler = new FilterScheduler(charm());

        assertThat(states.host(scheduler.choose(states, request())).host()).isEqualTo("b");
        assertThat(scheduler.explain(states, request()).conclusion()).isEqualTo("b; 2 hosts tie");
    }

    @Test
    void ordersTiesByPolicy() {
        List<Host> hosts = List.of(nuc("c", 1), nuc("a", 1), nuc("b", 1), nuc("d", 1));
        TiePolicy first = new TiePolicy.Seeded(1, 0);
        TiePolicy again = new TiePolicy.Seeded(1, 1);

        assertThat(new TiePolicy.InputOrder().ordered(hosts)).isEqualTo(hosts);
        assertThat(new TiePolicy.ByName().ordered(hosts))
                .extracting(Host::host)
                .containsExactly("a", "b", "c", "d");
        assertThat(first.ordered(hosts)).isEqualTo(first.ordered(hosts.reversed()));
        assertThat(first.ordered(hosts)).isNotEqualTo(again.ordered(hosts));
    }

    @Test
    void tellsWhyEachHostWasDroppedAndWhatTheOthersWeigh() {
        HostStates states =
                new HostStates(
                        List.of(
                                nuc("a", 8192),
                                nuc("b", 15872, new Host.Service(false, false, 75)),
                                nuc("c", 15872)));
        Explanation why = new FilterScheduler(charm()).explain(states, request());

        assertThat(why.text())
                .contains("ComputeFilter: 2 left\n    b: nova-compute reported 75.0 s ago, service")
                .contains("1. c: 3.0\n    CPUWeigher: raw 8.0, share 1.0, multiplier 1.0")
                .contains("RAMWeigher: raw 8192.0, share 0.516");
        assertThat(why.json())
                .contains("{\"host\":\"b\",\"node\":\"b\",\"why\":\"nova-compute reported 75.0")
                .contains("\"ties\":1");
    }

    @Test
    void saysWhichFilterRemovedTheLastHost() {
        HostStates states = new HostStates(List.of(nuc("a", 1, new Host.Service(true, false, 3))));
        FilterScheduler scheduler = new FilterScheduler(charm());

        assertThat(scheduler.choose(states, request())).isEqualTo(Scheduler.NONE);
        assertThat(scheduler.explain(states, request()).conclusion())
                .isEqualTo("No valid host was found: ComputeFilter removed the last");
    }

    @Test
    void acceptsADisabledHostThatIsForced() {
        HostStates states = new HostStates(List.of(nuc("a", 1, new Host.Service(true, false, 3))));
        RequestSpec.Wishes force =
                new RequestSpec.Wishes("", List.of(), List.of("A"), List.of(), Optional.empty());

        assertThat(new FilterScheduler(charm()).choose(states, request(SMALL, force))).isZero();
    }

    /** Placement refuses every claim on some hosts. */
    private record Refusing(Candidates all, List<Integer> refused) implements Candidates {

        @Override
        public int[] hosts() {
            return all.hosts();
        }

        @Override
        public boolean claim(int host, String instanceUuid) {
            return !refused.contains(host);
        }

        @Override
        public void unclaim(List<String> instanceUuids) {
            all.unclaim(instanceUuids);
        }

        @Override
        public int alternates() {
            return all.alternates();
        }
    }

    @Test
    void takesTheNextHostWhenAClaimFailsAndNamesAlternates() {
        HostStates states =
                new HostStates(
                        List.of(nuc("a", 4096), nuc("b", 15872), nuc("c", 8192), nuc("d", 2048)));
        Candidates candidates = new Refusing(Candidates.all(states, 2), List.of(1));

        Destinations found =
                new FilterScheduler(charm()).select(states, request(), List.of("vm"), candidates);

        assertThat(found.selections())
                .containsExactly(new Destinations.Selection("vm", 2, List.of(1, 0)));
        assertThat(found.attempts()).containsExactly(new Destinations.Attempt("vm", 1));
    }

    @Test
    void leavesHostsAsTheyWereWhenNotAllServersFit() {
        HostStates states = new HostStates(List.of(nuc("a", 4096)));
        RequestSpec.Group group =
                new RequestSpec.Group("anti-affinity", List.of("1", "2"), List.of(), 0);
        RequestSpec spec = request().withGroup(Optional.of(group));

        Destinations found =
                new FilterScheduler(charm())
                        .select(states, spec, List.of("1", "2"), Candidates.all(states, 0));

        assertThat(found.reason()).contains("There are not enough hosts available.");
        assertThat(states.freeRamMb(0)).isEqualTo(4096);
        assertThat(states.hasInstance(0, "1")).isFalse();
    }

    /** The example of {@link Scheduler}. */
    private static final class FirstFit implements Scheduler {
        @Override
        public int choose(HostStates hosts, RequestSpec spec, int[] candidates) {
            for (int i : candidates) {
                if (hosts.freeRamMb(i) >= spec.shape().flavor().ramMb()) {
                    return i;
                }
            }
            return NONE;
        }
    }

    @Test
    void takesAPolicyOfOneSmallClass() {
        HostStates states = new HostStates(List.of(nuc("a", 1024), nuc("b", 4096), nuc("c", 9999)));

        Destinations found =
                new FirstFit()
                        .select(
                                states,
                                request(),
                                List.of("1", "2", "3"),
                                Candidates.all(states, 1));

        assertThat(found.selections())
                .extracting(Destinations.Selection::host)
                .containsExactly(1, 1, 2);
    }

    @Test
    void readsTheOptionsOfANovaConf() {
        NovaConf.Read read =
                NovaConf.read(
                        """
                        [DEFAULT]
                        service_down_time = 90
                        [filter_scheduler]
                        enabled_filters = ComputeFilter,
                            JsonFilter
                        ram_weight_multiplier = many
                        host_subset_sise = 2
                        [libvirt]
                        virt_type = kvm
                        """);

        assertThat(read.options().list("filter_scheduler.enabled_filters"))
                .containsExactly("ComputeFilter", "JsonFilter");
        assertThat(read.options().whole("DEFAULT.service_down_time")).isEqualTo(90);
        assertThat(read.problems())
                .containsExactly(
                        "line 6: filter_scheduler.ram_weight_multiplier: expected a number, found"
                                + " \"many\"\nMaybe it is misspelt.",
                        "line 7: filter_scheduler.host_subset_sise: expected an option of the"
                                + " scheduler, found none of that name\nMaybe it is misspelt.");
    }

    @Test
    void hasTheDefaultsOfTheCharm() {
        SchedulerOptions options = charm();

        assertThat(options.list("filter_scheduler.enabled_filters")).hasSize(8);
        assertThat(options.number("filter_scheduler.build_failure_weight_multiplier")).isZero();
    }
}
