package org.maquete.ceph.crush;

import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A whole run of {@code crushtool --test}: some rules, each with some numbers of devices, each for
 * some inputs; and what its options {@code --show-...} print of them.
 *
 * <p>The expected share of a device goes by its reweight alone, not by its weight in the tree nor
 * by what the rule takes. It is of as many devices as asked for, but no more than {@link #affected}
 * says. All in floats, as the real one.
 */
public final class CrushTestRun {

    private static final int BUCKET_COUNT_LEAST = 8; // <8>: Ceph 16.2, room for buckets, doubled

    private final CrushMap map;
    private final CompiledCrush compiled;
    private final int[] reweights;
    private final Asked asked;
    private final Set<Shown> shown;
    private final Consumer<String> out;

    private CrushTestRun(CrushMap map, int[] reweights, Asked asked, Consumer<String> out) {
        this.map = map;
        this.compiled = CompiledCrush.forPool(map, 0);
        this.reweights = reweights;
        this.asked = asked;
        this.shown = asked.shown();
        this.out = out;
    }

    /** What is printed, by crushtool's option {@code --show-...}. */
    public enum Shown {
        /** A line for each input. */
        MAPPINGS,
        /** A line for each input that has fewer devices. */
        BAD_MAPPINGS,
        /** How many inputs have how many devices. */
        STATISTICS,
        /** Statistics, and the devices that have inputs and are expected to. */
        UTILIZATION,
        /** Statistics, and all devices; without effect beside the one before. */
        UTILIZATION_ALL;

        /** The option that asks for it. */
        public String option() {
            return "--show-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** From one number to another; if one of them is below 0, neither was given. */
    public record Range(int first, int last) {

        /** What is not given. */
        public static final Range NONE = new Range(-1, -1);

        Range or(int firstOtherwise, int lastOtherwise) {
            return first < 0 || last < 0 ? new Range(firstOtherwise, lastOtherwise) : this;
        }
    }

    /**
     * What is asked.
     *
     * @param inputs without them: 0 to 1023
     * @param rules without them: all
     * @param numRep how many devices; below 0: what each rule is for, one number after the other
     * @param pool -1: inputs are hashed as they are; else together with this pool's number
     */
    public record Asked(Range inputs, Range rules, int numRep, int pool, Set<Shown> shown) {

        private static final int INPUT_LAST = 1023; // <input>: crushtool 16.2

        public Asked {
            inputs = inputs.or(0, INPUT_LAST);
            rules = rules.or(0, Integer.MAX_VALUE);
        }
    }

    /**
     * Runs it.
     *
     * @param reweights as {@link CrushTest#reweights}, changed by {@code --weight}
     * @param out takes whole lines, with their ends
     */
    public static void run(CrushMap map, int[] reweights, Asked asked, Consumer<String> out) {
        new CrushTestRun(map, reweights, asked, out).run();
    }

    /** What {@code --show-utilization-all} tells first, on standard error. */
    public static String weightsText(int[] reweights) {
        StringBuilder text = new StringBuilder("devices weights (hex): [");
        for (int i = 0; i < reweights.length; i++) {
            text.append(i > 0 ? "," : "").append(Integer.toHexString(reweights[i]));
        }
        return text.append(']').toString();
    }

    private boolean isCounted() {
        return shown.contains(Shown.STATISTICS) || isUsed();
    }

    private boolean isUsed() {
        return shown.contains(Shown.UTILIZATION) || shown.contains(Shown.UTILIZATION_ALL);
    }

    private void run() {
        int ruleIdMost = map.rules().isEmpty() ? -1 : map.rules().getLast().id();
        int last = Math.min(asked.rules().last(), ruleIdMost);
        for (int id = asked.rules().first(); id <= last; id++) {
            if (map.rule(id).isPresent()) {
                rule(map.rule(id).get());
            } else if (isCounted()) {
                out.accept("rule " + id + " dne\n");
            }
        }
    }

    private void rule(CrushRule rule) {
        int least = asked.numRep() < 0 ? rule.sizeMin() : asked.numRep();
        int most = asked.numRep() < 0 ? rule.sizeMax() : asked.numRep();
        if (isCounted()) {
            Range x = asked.inputs();
            String inputs = ", x = " + x.first() + ".." + x.last();
            out.accept(title(rule) + inputs + ", numrep = " + least + ".." + most + "\n");
        }
        for (int numRep = least; numRep <= most && reweightSum() > 0; numRep++) {
            times(rule, numRep);
        }
    }

    /** Where no device counts, crushtool maps nothing. */
    private float reweightSum() {
        float sum = 0;
        for (int reweight : reweights) {
            sum += reweight;
        }
        return sum;
    }

    private static String title(CrushRule rule) {
        return "rule " + rule.id() + " (" + rule.name() + ")";
    }

    private void times(CrushRule rule, int numRep) {
        CrushTest.Call call = new CrushTest.Call(rule.id(), numRep, asked.pool());
        CrushTest test = new CrushTest(compiled, reweights, call);
        int[] stored = new int[reweights.length];
        TreeMap<Integer, Integer> bySize = new TreeMap<>();
        for (long x = asked.inputs().first(); x <= asked.inputs().last(); x++) {
            int[] devices = test.map((int) x);
            input(test, (int) x, devices);
            bySize.merge(devices.length, 1, Integer::sum);
            for (int device : devices) {
                if (device >= 0 && device < stored.length) {
                    stored[device]++;
                }
            }
        }
        int inputs = asked.inputs().last() - asked.inputs().first() + 1;
        if (isCounted()) {
            String begin = title(rule) + " num_rep " + numRep + " result size == ";
            bySize.forEach(
                    (n, count) -> out.accept(begin + n + ":\t" + count + "/" + inputs + "\n"));
        }
        if (isUsed()) {
            devices(stored, (long) Math.min(numRep, affected(rule)) * inputs);
        }
    }

    private void input(CrushTest test, int x, int[] devices) {
        if (shown.contains(Shown.MAPPINGS)) {
            out.accept(test.line(x, devices));
        }
        if (shown.contains(Shown.BAD_MAPPINGS) && test.isBad(devices)) {
            out.accept(test.badLine(x, devices));
        }
    }

    private void devices(int[] stored, long expectedAll) {
        float sum = reweightSum();
        for (int i = 0; i < stored.length; i++) {
            float expected = reweights[i] / sum * expectedAll;
            if (!shown.contains(Shown.UTILIZATION) || (stored[i] > 0 && expected > 0)) {
                String begin = "  device " + i + ":\t\t stored : " + stored[i];
                out.accept(begin + "\t expected : " + StreamNumber.of(expected) + "\n");
            }
        }
    }

    /**
     * The most devices that crushtool expects of a rule: over the types that its steps name, the
     * smallest number of buckets of that type, counted once for each such step, or of those that
     * the last such step asks for; at most the room for devices or for buckets, if that is more.
     */
    private int affected(CrushRule rule) {
        TreeMap<Integer, Integer> wantedByType = new TreeMap<>();
        TreeMap<Integer, Integer> stepsByType = new TreeMap<>();
        for (Step step : rule.steps()) {
            if (step instanceof Step.Choose choose) {
                wantedByType.put(choose.type(), choose.itemCount());
                stepsByType.merge(choose.type(), 1, Integer::sum);
            }
        }
        int most = Math.max(bucketRoom(), map.deviceCountMax());
        for (var each : wantedByType.entrySet()) {
            int type = each.getKey();
            int steps = stepsByType.getOrDefault(type, 0);
            int count = (int) map.buckets().stream().filter(b -> b.type() == type).count() * steps;
            int wanted = each.getValue() > 0 ? Math.min(each.getValue(), count) : count;
            most = wanted > 0 ? Math.min(most, wanted) : most;
        }
        return most;
    }

    private int bucketRoom() {
        int lowest = 0;
        for (Bucket bucket : map.buckets()) {
            lowest = Math.min(lowest, bucket.id());
        }
        int room = lowest == 0 ? 0 : BUCKET_COUNT_LEAST;
        while (room < -lowest) {
            room *= 2;
        }
        return room;
    }
}
