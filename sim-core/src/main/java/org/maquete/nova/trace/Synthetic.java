package org.maquete.nova.trace;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.maquete.kernel.Draws;

/**
 * Traces from a seed: arrivals of a Poisson process, exponential lifetimes, flavors and hosts of a
 * mix. Every number belongs to one request by name ({@link Draws}), so a longer trace begins with
 * the shorter one.
 *
 * @param load VCPU asked for at any time in the mean, as a share of the hosts' VCPU; sets the rate
 *     of arrivals
 * @param lifetimeNs mean; {@link Trace#NEVER}: all arrive at the beginning and stay
 */
public record Synthetic(
        int hostCount,
        int requestCount,
        double load,
        long lifetimeNs,
        List<Mix> flavors,
        List<Mix> hosts) {

    /** A kind of thing and how many of {@code weight} in all are of it. */
    public record Mix(String name, Amounts amounts, int weight) {}

    // The flavors that Nova made by itself up to Mitaka; the weights are GUESS
    private static final List<Mix> FLAVORS =
            List.of(
                    new Mix("m1.tiny", Amounts.of(1, 512, 1), 20),
                    new Mix("m1.small", Amounts.of(1, 2048, 20), 35),
                    new Mix("m1.medium", Amounts.of(2, 4096, 40), 25),
                    new Mix("m1.large", Amounts.of(4, 8192, 80), 15),
                    new Mix("m1.xlarge", Amounts.of(8, 16384, 160), 5));

    // GUESS: servers with two sockets, of two generations
    private static final List<Mix> HOSTS =
            List.of(
                    new Mix("old", Amounts.of(48, 196608, 3840), 1),
                    new Mix("new", Amounts.of(64, 262144, 7680), 2));

    public Synthetic {
        flavors = List.copyOf(flavors);
        hosts = List.copyOf(hosts);
        if (hostCount < 1 || requestCount < 1 || !(load > 0) || lifetimeNs < 1) {
            throw new IllegalArgumentException(
                    "expected hosts, requests, load and lifetime above 0, found "
                            + List.of(hostCount, requestCount, load, lifetimeNs));
        }
    }

    /** With the usual flavors and hosts. */
    public static Synthetic of(int hostCount, int requestCount, double load, long lifetimeNs) {
        return new Synthetic(hostCount, requestCount, load, lifetimeNs, FLAVORS, HOSTS);
    }

    /** The trace of a seed. */
    public Trace trace(long seed) {
        List<Trace.Host> made = hosts(seed);
        double vcpus = 0;
        for (Trace.Host each : made) {
            vcpus += each.room().vcpusHad();
        }
        boolean atOnce = lifetimeNs == Trace.NEVER;
        double gapNs = atOnce ? 0 : meanVcpus() * lifetimeNs / (load * vcpus);
        IntArrayList drawers = drawers(flavors);
        List<Trace.Request> requests = new ArrayList<>(requestCount);
        double nowNs = 0;
        for (int i = 0; i < requestCount; i++) {
            String name = "vm-" + i;
            Draws draws = Draws.of(seed, "trace", name, "request", 0);
            Mix flavor = flavors.get(drawers.get(draws.below(drawers.size())));
            nowNs += gapNs * exponential(draws);
            long arrivalNs = Math.round(nowNs);
            long endNs =
                    atOnce ? Trace.NEVER : arrivalNs + Math.round(lifetimeNs * exponential(draws));
            requests.add(new Trace.Request(name, arrivalNs, endNs, flavor.amounts(), List.of()));
        }
        return new Trace("synthetic", made, requests);
    }

    private List<Trace.Host> hosts(long seed) {
        IntArrayList drawers = drawers(hosts);
        List<Trace.Host> made = new ArrayList<>(hostCount);
        for (Trace.Host each : Trace.alike(hostCount, Amounts.of(1, 1, 1))) {
            Draws draws = Draws.of(seed, "trace", each.name(), "host", 0);
            Mix kind = hosts.get(drawers.get(draws.below(drawers.size())));
            made.add(new Trace.Host(each.name(), kind.amounts(), ""));
        }
        return made;
    }

    private double meanVcpus() {
        double sum = 0;
        double weights = 0;
        for (Mix each : flavors) {
            sum += each.weight() * each.amounts().vcpusAsked();
            weights += each.weight();
        }
        return sum / weights;
    }

    /** Each kind as often as it weighs: a draw takes one of them. */
    private static IntArrayList drawers(List<Mix> mix) {
        IntArrayList drawers = new IntArrayList();
        for (int kind = 0; kind < mix.size(); kind++) {
            for (int n = 0; n < mix.get(kind).weight(); n++) {
                drawers.add(kind);
            }
        }
        return drawers;
    }

    /** Of mean 1. */
    private static double exponential(Draws draws) {
        return -StrictMath.log(1 - draws.unit());
    }
}
