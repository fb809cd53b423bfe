package org.maquete.nova.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Decisions a second with the charm's filters, without and with reasons. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Thread)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class SchedulerBench {

    private static final int SERVERS_PER_HOST = 8;

    @Param({"5", "100", "1000", "10000"})
    private int hosts;

    private HostStates states = new HostStates(List.of());
    private FilterScheduler scheduler = new FilterScheduler(SchedulerOptions.defaults());
    private RequestSpec spec = request();
    private int[] placed = new int[1];
    private int placedCount;

    /** Makes the hosts, and prints a fingerprint of the first choices. */
    @Setup
    public void make() {
        List<Host> all = new ArrayList<>();
        for (int i = 0; i < hosts; i++) {
            all.add(host(i));
        }
        states = new HostStates(all);
        scheduler =
                new FilterScheduler(
                        SchedulerOptions.of(
                                Map.of(
                                        "filter_scheduler.enabled_filters",
                                        SchedulerOptions.CHARM_FILTERS)));
        spec = request();
        placed = new int[SERVERS_PER_HOST * hosts];
        placedCount = 0;
        long print = 0;
        for (int n = 0; n < 10; n++) {
            print = (print * 31 + decide()) & 0xffffffffL;
        }
        System.out.printf(
                Locale.ROOT,
                "# counted, scheduler, %,d hosts: first 10 choices %d%n",
                hosts,
                print);
    }

    /** One server. */
    @Benchmark
    public int decide() {
        return consumed(scheduler.choose(states, spec));
    }

    /** The same, and what is needed to say why whenever somebody asks. */
    @Benchmark
    public Explanation decideAndRecord() {
        Explanation why = scheduler.explain(states, spec);
        consumed(why.chosen());
        return why;
    }

    /** The same and every number read: each filter's victims, each weigher's three, the ranking. */
    @Benchmark
    public long decideAndReadReasons() {
        Explanation why = scheduler.explain(states, spec);
        long sum = sumOf(why);
        consumed(why.chosen());
        return sum;
    }

    private static long sumOf(Explanation why) {
        long sum = 0;
        for (Explanation.Step step : why.steps()) {
            for (int host : step.dropped()) {
                sum += host;
            }
        }
        for (Explanation.Weighed each : why.weighed()) {
            sum += sumOf(each.raw(), each.share(), each.multiplier());
        }
        int[] ranking = why.ranking();
        double[] weights = why.weights();
        for (int k = 0; k < ranking.length; k++) {
            sum += ranking[k] ^ Double.doubleToRawLongBits(weights[k]);
        }
        return sum;
    }

    private static long sumOf(double[] raw, double[] share, double[] multiplier) {
        long sum = 0;
        for (int k = 0; k < raw.length; k++) {
            sum +=
                    Double.doubleToRawLongBits(raw[k])
                            ^ Double.doubleToRawLongBits(share[k])
                            ^ Double.doubleToRawLongBits(multiplier[k]);
        }
        return sum;
    }

    private int consumed(int host) {
        int at = placedCount % placed.length;
        if (placedCount >= placed.length) {
            states.release(placed[at], spec);
        }
        placed[at] = host;
        placedCount = placedCount == 2 * placed.length - 1 ? placed.length : placedCount + 1;
        states.consume(host, spec);
        return host;
    }

    private static RequestSpec request() {
        RequestSpec.Flavor flavor = new RequestSpec.Flavor("m1.tiny", 1, 1024, 10, 0, 0, Map.of());
        RequestSpec.Shape shape =
                new RequestSpec.Shape(
                        flavor,
                        new RequestSpec.Image("image", Map.of()),
                        RequestSpec.Wishes.NONE,
                        "p1");
        return new RequestSpec(shape, Optional.empty(), "vm", 1);
    }

    /** As {@code bench_host} of the recorder makes it. */
    private static Host host(int i) {
        int freeRamMb = 523776 - i * 7919 % 97 * 1024;
        Host.Room room =
                new Host.Room(
                        64,
                        i * 31 % 7,
                        524288,
                        freeRamMb,
                        16384,
                        0,
                        (16384 - i * 17 % 29) * 1024,
                        new Host.Ratios(2.0, 0.98, 1.0),
                        0,
                        0,
                        0);
        String name = "node" + i;
        return new Host(
                name,
                name,
                "uuid" + i,
                "cell1",
                room,
                new Host.Hypervisor(
                        name,
                        "QEMU",
                        6002000,
                        "172.16.0.1",
                        "",
                        List.of(List.of("x86_64", "qemu", "hvm"))),
                new Host.Service(false, false, 3),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
