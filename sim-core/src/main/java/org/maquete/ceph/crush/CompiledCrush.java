package org.maquete.ceph.crush;

import java.util.Arrays;
import java.util.List;
import org.maquete.world.Ints;

/**
 * A map in flat arrays, for one set of choose_args: what the loops read. Immutable once made, and
 * may be read by many threads.
 *
 * <p>A bucket with id {@code -1 - b} is row {@code b}. Its items stand in {@link #items} from
 * {@code start[b]}, and beside them what its algorithm needs: {@link #hashIds}, {@link #weights},
 * and in {@link #extra} sums (list) or straw lengths (straw). Node weights of trees and the weight
 * sets of choose_args stand behind all items' in {@link #weights}.
 *
 * <p>Straw2 divides a logarithm by a weight for every item. When all items weigh the same ({@link
 * #window} is not below 0), whichever has the largest hash wins, unless another hash is so close
 * that the logarithm's rounding decides; {@code window} is how close. So most choices need neither
 * the table nor a division: they compare hashes. {@link Straw2} has the rest.
 */
public final class CompiledCrush {

    static final int MIXED = -1;

    /** Weights for which windows are made; each costs 65,536 divisions (GUESS: 0.3 ms). */
    private static final int WINDOWS_MAX = 64;

    final int deviceCountMax;
    final int bucketCountMax;
    final Tunables tunables;

    final byte[] algorithm; // 0 for a row without a bucket
    final int[] type;
    final int[] size;
    final int[] start;
    final int[] items;
    final int[] hashIds;
    final int[] extra;
    final int[] nodeStart;
    final int[] nodeCount;
    final int[] window;
    final int[] positions;
    final int[] weightStart;
    private int[] weights;
    private int weightCount;

    final int[] ruleIds;
    final int[][] rules; // opcode, argument, argument of each step

    private CompiledCrush(CrushMap map) {
        deviceCountMax = map.deviceCountMax();
        tunables = map.tunables();
        int rows = 0;
        int all = 0;
        for (Bucket bucket : map.buckets()) {
            rows = Math.max(rows, -bucket.id());
            all += bucket.items().count();
        }
        bucketCountMax = rows;
        algorithm = new byte[rows];
        type = new int[rows];
        size = new int[rows];
        start = new int[rows];
        nodeStart = new int[rows];
        nodeCount = new int[rows];
        window = new int[rows];
        positions = new int[rows];
        weightStart = new int[rows];
        items = new int[all];
        hashIds = new int[all];
        extra = new int[all];
        weights = new int[all];
        weightCount = all;
        ruleIds = map.rules().stream().mapToInt(CrushRule::id).toArray();
        rules = new int[ruleIds.length][];
    }

    /** The map with its own weights and ids. */
    public static CompiledCrush of(CrushMap map) {
        return of(map, List.of());
    }

    /** The map as a pool sees it. */
    public static CompiledCrush forPool(CrushMap map, long pool) {
        return of(map, map.chooseArgsFor(pool).map(ChooseArgs::buckets).orElse(List.of()));
    }

    private static CompiledCrush of(CrushMap map, List<ChooseArgs.OfBucket> arguments) {
        CompiledCrush compiled = new CompiledCrush(map);
        int at = 0;
        for (Bucket bucket : map.buckets()) {
            compiled.add(bucket, at);
            at += bucket.items().count();
        }
        for (ChooseArgs.OfBucket each : arguments) {
            compiled.replace(each);
        }
        compiled.windows();
        for (int i = 0; i < compiled.rules.length; i++) {
            compiled.rules[i] = Opcodes.of(map.rules().get(i).steps());
        }
        return compiled;
    }

    private void add(Bucket bucket, int at) {
        int b = -1 - bucket.id();
        int count = bucket.items().count();
        algorithm[b] = (byte) bucket.algorithm().number();
        type[b] = bucket.type();
        size[b] = count;
        start[b] = at;
        positions[b] = 1;
        weightStart[b] = at;
        copy(bucket.items(), items, at);
        copy(bucket.items(), hashIds, at);
        copy(bucket.weightsFixed16(), weights, at);
        switch (bucket.algorithm()) {
            case LIST -> sums(at, count);
            case STRAW -> {
                int version = tunables.strawCalcVersion();
                int[] lengths = StrawLengths.of(bucket.weightsFixed16(), version);
                System.arraycopy(lengths, 0, extra, at, count);
            }
            case TREE -> nodes(b, bucket.weightsFixed16());
            case UNIFORM, STRAW2 -> {}
        }
    }

    private static void copy(Ints from, int[] to, int at) {
        for (int i = 0; i < from.count(); i++) {
            to[at + i] = from.get(i);
        }
    }

    private void sums(int at, int count) {
        int sum = 0;
        for (int i = at; i < at + count; i++) {
            sum += weights[i];
            extra[i] = sum;
        }
    }

    /** A leaf is an odd node, its parent has one more zero bit at the end. */
    private void nodes(int b, Ints leaves) {
        int count = leaves.count();
        int depth = count == 0 ? 0 : 33 - Integer.numberOfLeadingZeros(count - 1);
        nodeCount[b] = count == 0 ? 0 : 1 << depth;
        nodeStart[b] = more(nodeCount[b]);
        for (int i = 0; i < count; i++) {
            int node = 2 * i + 1;
            for (int level = 0; level < depth; level++) {
                weights[nodeStart[b] + node] += leaves.get(i);
                node = (node & -1 << level + 2) | 1 << level + 1;
            }
        }
    }

    /** Room for more weights; gives where it begins. */
    private int more(int count) {
        int at = weightCount;
        weightCount += count;
        if (weightCount > weights.length) {
            weights = Arrays.copyOf(weights, Math.max(weightCount, 2 * weights.length));
        }
        return at;
    }

    private void replace(ChooseArgs.OfBucket arguments) {
        int b = -1 - arguments.bucketId();
        if (b >= bucketCountMax || algorithm[b] != Algorithm.STRAW2.number()) {
            return; // the other algorithms do not look at them
        }
        if (arguments.ids().count() > 0) {
            copy(arguments.ids(), hashIds, start[b]);
        }
        List<Ints> sets = arguments.weightSets();
        if (!sets.isEmpty()) {
            positions[b] = sets.size();
            weightStart[b] = more(sets.size() * size[b]);
            for (int i = 0; i < sets.size(); i++) {
                copy(sets.get(i), weights, weightStart[b] + i * size[b]);
            }
        }
    }

    private void windows() {
        int[] weighing = new int[WINDOWS_MAX];
        int[] windowOf = new int[WINDOWS_MAX];
        int known = 0;
        for (int b = 0; b < bucketCountMax; b++) {
            window[b] = MIXED;
            if (algorithm[b] != Algorithm.STRAW2.number() || size[b] < 2 || !isEven(b)) {
                continue;
            }
            int weight = weights[weightStart[b]];
            int i = 0;
            while (i < known && weighing[i] != weight) {
                i++;
            }
            if (i == known && known < WINDOWS_MAX) {
                weighing[known] = weight;
                windowOf[known++] = Straw2.window(weight);
            }
            window[b] = i < known ? windowOf[i] : MIXED;
        }
    }

    private boolean isEven(int b) {
        int first = weights[weightStart[b]];
        for (int i = 1; i < size[b] * positions[b]; i++) {
            if (weights[weightStart[b] + i] != first) {
                return false;
            }
        }
        return first > 0;
    }

    int[] weights() {
        return weights;
    }

    /** Whether the map has such a rule. */
    public boolean hasRule(int id) {
        return Arrays.stream(ruleIds).anyMatch(r -> r == id);
    }

    int[] rule(int id) {
        for (int i = 0; i < ruleIds.length; i++) {
            if (ruleIds[i] == id) {
                return rules[i];
            }
        }
        throw new IllegalArgumentException("expected a rule of the map, found id " + id);
    }

    boolean isBucket(int id) {
        int b = -1 - id;
        return b >= 0 && b < bucketCountMax && algorithm[b] != 0;
    }
}
