package org.maquete.ceph.crush;

import java.util.Arrays;

/**
 * Runs a rule for many inputs, faster than one after another. Gives what {@link CrushMapper} gives;
 * one for each thread.
 *
 * <p>With the tunables of the last ten years, what attempt {@code r} for an input comes to depends
 * on nothing that was chosen before: it is a function of the two. So the first attempts of a block
 * of inputs are all made together, level by level: every (input, attempt) is a lane that stands at
 * a bucket, {@link HashLanes} hashes the items of all their buckets, {@link Straw2} picks for each.
 * In the end the choice of each input is read off its attempts in order, as the rule says:
 * collisions and devices that are out go on to the next attempt. Attempts beyond those made are
 * made one by one; how many are worth making follows from what the block before needed.
 *
 * <p>This holds for a rule of one take, one firstn and one emit over straw2 buckets, without local
 * tries, with stable leaves. {@link #isFast} tells; other rules go through {@link CrushMapper}, and
 * so does an input that needs a second attempt below a bucket.
 */
public final class CrushSweep {

    private static final int BLOCK = 64; // inputs at once
    private static final int ATTEMPTS_MAX = 16; // made together for an input
    private static final int EMPTY = 0x7ffffffe; // an attempt that came to a bucket without items
    private static final int NONE = CrushMapper.NONE;

    private final CompiledCrush map;
    private final int[] rule;
    private final int numRep;
    private final CrushMapper mapper;
    private final BucketChoice choice;
    private final SweepRule shape;
    private final HashLanes hashes = new HashLanes();

    // One for each lane: input times attempts, plus attempt
    private final int[] at = new int[BLOCK * ATTEMPTS_MAX];
    private final int[] tops = new int[BLOCK * ATTEMPTS_MAX];
    private final int[] leaves = new int[BLOCK * ATTEMPTS_MAX];
    private final int[] active = new int[BLOCK * ATTEMPTS_MAX];
    private final int[] needed = new int[ATTEMPTS_MAX + 1];
    private final int[] chosenTops;
    private final int[] result;
    private int attempts;

    /**
     * A sweep with one rule.
     *
     * @param reweights as for {@link CrushMapper}
     */
    public CrushSweep(CompiledCrush map, int[] reweights, int ruleId, int numRep) {
        this.map = map;
        this.rule = map.rule(ruleId);
        this.numRep = numRep;
        this.mapper = new CrushMapper(map, reweights);
        this.choice = new BucketChoice(map);
        this.shape = SweepRule.of(map, rule, numRep);
        this.attempts = Math.min(Math.max(1, shape.wanted()), ATTEMPTS_MAX);
        this.chosenTops = new int[numRep];
        this.result = new int[numRep];
    }

    /** Whether the rule is one of those that can be run together. */
    public boolean isFast() {
        return shape.isFast();
    }

    /**
     * Maps inputs.
     *
     * @param results gets for each input as many places as wanted; those without a device have
     *     {@link CrushMapper#NONE}
     * @param counts gets for each input how many places the rule gave
     */
    public void map(int[] inputs, int[] results, int[] counts) {
        for (int from = 0; from < inputs.length; from += BLOCK) {
            int count = Math.min(BLOCK, inputs.length - from);
            if (shape.isFast()) {
                block(inputs, from, count);
            }
            for (int i = 0; i < count; i++) {
                int x = inputs[from + i];
                int found = shape.isFast() ? read(x, i) : -1;
                found = found >= 0 ? found : mapper.map(rule, x, result, numRep);
                int to = (from + i) * numRep;
                for (int place = 0; place < numRep; place++) {
                    results[to + place] = place < found ? result[place] : NONE;
                }
                counts[from + i] = found;
            }
            adapt(count);
        }
    }

    /** Makes the attempts that a quarter of the inputs needed last time. */
    private void adapt(int count) {
        int least = Math.min(Math.max(1, shape.wanted()), ATTEMPTS_MAX);
        int worth = least;
        for (int r = least; r < ATTEMPTS_MAX; r++) {
            worth = needed[r] * 4 > count ? r + 1 : worth;
        }
        attempts = worth;
        Arrays.fill(needed, 0);
    }

    private void block(int[] inputs, int from, int count) {
        int lanes = count * attempts;
        for (int lane = 0; lane < lanes; lane++) {
            at[lane] = shape.top();
            active[lane] = lane;
        }
        levels(inputs, from, lanes, false);
        if (!shape.isToLeaf()) {
            return;
        }
        int below = 0;
        for (int lane = 0; lane < lanes; lane++) {
            int item = tops[lane];
            leaves[lane] = item;
            if (item < 0) {
                at[lane] = -1 - item;
                active[below++] = lane;
            }
        }
        levels(inputs, from, below, true);
    }

    /** Takes all active lanes down, a level at a time, until each has an item of its type. */
    private void levels(int[] inputs, int from, int lanes, boolean isLeaf) {
        int left = lanes;
        while (left > 0) {
            int kept = 0;
            int first = 0;
            while (first < left) {
                int last = hashed(inputs, from, first, left, isLeaf);
                kept = picked(first, last, kept, isLeaf);
                first = last;
            }
            left = kept;
        }
    }

    /** Hashes the items of as many lanes as fit; gives the first that did not. */
    private int hashed(int[] inputs, int from, int first, int end, boolean isLeaf) {
        int words = 0;
        int last = first;
        while (last < end) {
            int lane = active[last];
            int b = at[lane];
            int size = map.size[b];
            if (words + size > HashLanes.COUNT) {
                break;
            }
            if (size > 1) {
                int r = lane % attempts;
                hashes.put(words, map.hashIds, map.start[b], size);
                int x = inputs[from + lane / attempts];
                hashes.around(words, size, x, isLeaf ? shape.below(r) : r);
                words += size;
            }
            last++;
        }
        hashes.hash(words);
        return last;
    }

    /** Gives each lane its item; lanes that go on are kept in front. */
    private int picked(int first, int last, int keptBefore, boolean isLeaf) {
        int[] found = isLeaf ? leaves : tops;
        int type = isLeaf ? 0 : shape.type();
        int word = HashLanes.FIRST;
        int kept = keptBefore;
        for (int i = first; i < last; i++) {
            int lane = active[i];
            int b = at[lane];
            int size = map.size[b];
            if (size == 0) {
                found[lane] = EMPTY;
                continue;
            }
            int index = size == 1 ? 0 : Straw2.pick(map, b, hashes.words(), word, 0);
            word += size > 1 ? size : 0;
            int item = map.items[map.start[b] + index];
            int itemType = item < 0 ? map.type[-1 - item] : 0;
            if (itemType == type) {
                found[lane] = item;
            } else if (item >= 0) {
                found[lane] = NONE;
            } else {
                at[lane] = -1 - item;
                active[kept++] = lane;
            }
        }
        return kept;
    }

    /** The devices of an input from its attempts; below 0 when it needs the mapper. */
    private int read(int x, int input) {
        int place = 0;
        int needs = 0;
        for (int i = 0; i < shape.wanted() && place < numRep; i++) {
            for (int failures = 0; failures < shape.tries(); failures++) {
                int r = i + failures;
                needs = Math.max(needs, r);
                int lane = input * attempts + r;
                boolean isMade = r < attempts;
                int top = isMade ? tops[lane] : descended(shape.top(), x, r, shape.type());
                if (top == NONE) {
                    break;
                }
                if (top == EMPTY || contains(chosenTops, place, top)) {
                    continue;
                }
                int leaf = top;
                if (top < 0 && shape.isToLeaf()) {
                    leaf = isMade ? leaves[lane] : descended(-1 - top, x, shape.below(r), 0);
                }
                if (isGood(x, leaf, place)) {
                    chosenTops[place] = top;
                    result[place++] = leaf;
                    break;
                }
                if (top < 0 && shape.isToLeaf() && leaf != NONE && shape.leafTries() > 1) {
                    return -1;
                }
            }
        }
        needed[Math.min(needs, ATTEMPTS_MAX)]++;
        return place;
    }

    private boolean isGood(int x, int leaf, int place) {
        if (leaf == NONE || leaf == EMPTY) {
            return false;
        }
        boolean isFree = !shape.isToLeaf() || !contains(result, place, leaf);
        return isFree && (leaf < 0 || !mapper.isOut(x, leaf));
    }

    private static boolean contains(int[] items, int count, int item) {
        for (int i = 0; i < count; i++) {
            if (items[i] == item) {
                return true;
            }
        }
        return false;
    }

    /** One attempt by itself. */
    private int descended(int top, int x, int r, int type) {
        int b = top;
        while (map.size[b] > 0) {
            int item = choice.choose(b, x, r, 0);
            int itemType = item < 0 ? map.type[-1 - item] : 0;
            if (itemType == type || item >= 0) {
                return itemType == type ? item : NONE;
            }
            b = -1 - item;
        }
        return EMPTY;
    }
}
