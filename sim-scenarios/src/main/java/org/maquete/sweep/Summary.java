package org.maquete.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.juju.JujuView;
import org.maquete.report.CriticalPath;
import org.maquete.world.DigestSink;

/** What many replications say together. */
public final class Summary {

    private final List<Replication> all;
    private final List<Replication> byTime;

    /** Of these, in the order of their numbers. */
    public Summary(List<Replication> replications) {
        all = List.copyOf(replications);
        byTime =
                all.stream()
                        .filter(r -> r.active().isReached())
                        .sorted(Comparator.comparingLong(r -> r.active().timeNs()))
                        .toList();
    }

    /**
     * A unit over the replications that ended with all units active.
     *
     * @param name the model and the unit
     * @param p50Ns the median of the time at which it was active
     * @param p95Ns 95 of 100 times it was active by then
     * @param lastCount how often it was the last
     */
    public record Slow(String name, long p50Ns, long p95Ns, int lastCount) {}

    /**
     * Something that takes time, over the same replications.
     *
     * @param span its name
     * @param meanNs how much of the critical path it took in the mean
     * @param share the same in thousandths of the whole
     */
    public record Part(String span, long meanNs, int share) {}

    /**
     * Something that happened in some of the replications.
     *
     * @param text what
     * @param count in how many
     */
    public record Seen(String text, int count) {}

    /** How many replications there are. */
    public int count() {
        return all.size();
    }

    /** How many ended with all units active. */
    public int reachedCount() {
        return byTime.size();
    }

    /**
     * The replication of which {@code percent} of 100 took as long or less, by nearest rank: 0 is
     * the fastest, 100 the slowest.
     */
    public Optional<Replication> at(int percent) {
        return byTime.isEmpty()
                ? Optional.empty()
                : Optional.of(byTime.get(rank(percent, byTime.size())));
    }

    private static int rank(int percent, int count) {
        return Math.max(0, Math.ceilDiv(percent * count, 100) - 1);
    }

    /** The units, the slowest first. */
    public List<Slow> units() {
        TreeMap<String, List<Long>> times = new TreeMap<>(JujuView.NATURAL);
        TreeMap<String, Integer> lastCounts = new TreeMap<>();
        for (Replication replication : byTime) {
            long timeNs = replication.active().timeNs();
            String last = "";
            for (Map.Entry<String, Long> unit : replication.active().units().entrySet()) {
                times.computeIfAbsent(unit.getKey(), _ -> new ArrayList<>()).add(unit.getValue());
                last = unit.getValue() == timeNs ? unit.getKey() : last;
            }
            lastCounts.merge(last, 1, Integer::sum);
        }
        List<Slow> slow = new ArrayList<>();
        times.forEach((name, list) -> {
            list.sort(null);
            long p50 = list.get(rank(50, list.size()));
            long p95 = list.get(rank(95, list.size()));
            slow.add(new Slow(name, p50, p95, lastCounts.getOrDefault(name, 0)));
        });
        slow.sort(Comparator.comparingLong(Slow::p50Ns).reversed());
        return slow;
    }

    /** What the critical paths consist of, the largest part first. */
    public List<Part> parts() {
        TreeMap<String, Long> sums = new TreeMap<>();
        long total = 0;
        for (Replication replication : byTime) {
            for (CriticalPath.Step step : replication.path()) {
                sums.merge(step.span(), step.ns(), Long::sum);
                total += step.ns();
            }
        }
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, Long> sum : sums.entrySet()) {
            int share = (int) Math.round(1000.0 * sum.getValue() / total);
            parts.add(new Part(sum.getKey(), sum.getValue() / byTime.size(), share));
        }
        parts.sort(Comparator.comparingLong(Part::meanNs).reversed());
        return parts;
    }

    /** The lines that failed, the most frequent first. */
    public List<Seen> failed() {
        return seen(all.stream().map(Replication::failed).toList());
    }

    /** The units that were not active in the end and their status, the most frequent first. */
    public List<Seen> others() {
        return seen(
                all.stream()
                        .map(r ->
                                r.active().others().entrySet().stream()
                                        .map(e -> e.getKey() + ": " + e.getValue())
                                        .toList())
                        .toList());
    }

    private static List<Seen> seen(List<List<String>> texts) {
        TreeMap<String, Integer> counts = new TreeMap<>(JujuView.NATURAL);
        texts.forEach(list -> list.forEach(text -> counts.merge(text, 1, Integer::sum)));
        List<Seen> seen = new ArrayList<>();
        counts.forEach((text, count) -> seen.add(new Seen(text, count)));
        seen.sort(Comparator.comparingInt(Seen::count).reversed());
        return seen;
    }

    /** A hash of all facts of all replications: equal sweeps have equal digests everywhere. */
    public long digest() {
        DigestSink digest = new DigestSink();
        all.forEach(replication -> digest.word(replication.digest()));
        return digest.value();
    }
}
