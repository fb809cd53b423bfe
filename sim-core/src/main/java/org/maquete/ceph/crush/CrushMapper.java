package org.maquete.ceph.crush;

/**
 * Runs a rule for one input after another. Allocates nothing while it maps; one for each thread.
 *
 * <p>A rule is a small program on a list of items at hand. {@code take} puts one item there, a
 * {@code choose} replaces each by items of a type below it, {@code emit} appends what is at hand to
 * the result. Choosing goes down from a bucket, at each level by {@link BucketChoice}, until an
 * item of the wanted type comes; it is refused when it was chosen already, when no device can be
 * found below it (chooseleaf), or when it is a device that is out, and then tried again with
 * another attempt number. The two ways differ in what becomes of failure:
 *
 * <p><b>firstn</b> gives a shorter list, and later items move up: good for copies. The attempt
 * number is the place wanted plus all failures so far. <b>indep</b> leaves {@link #NONE} at the
 * place, so that the others keep theirs: needed for the shards of an erasure code. All places are
 * tried in rounds, and the attempt number steps by the number of places.
 *
 * <p>Reference: S. Weil and others, "CRUSH: Controlled, Scalable, Decentralized Placement of
 * Replicated Data", SC 2006.
 */
public final class CrushMapper {

    /** A place of the result without an item. */
    public static final int NONE = 0x7fffffff;

    private static final int UNDECIDED = 0x7ffffffe;
    private static final int ONE = 0x10000; // <1>: 16.16 fixed point

    private final CompiledCrush map;
    private final int[] reweights;
    private final BucketChoice choice;

    private int[] atHand = {};
    private int[] chosen = {};
    private int[] leaves = {};

    // The call
    private int x;
    private int resultMax;

    // The rule so far
    private int tries;
    private int leafTriesSet;
    private int localTries;
    private int fallbackTries;
    private int varyR;
    private int stable;

    // The step
    private int wanted;
    private int type;
    private boolean isToLeaf;
    private int leafTries;
    private int from;

    /**
     * A mapper for a map.
     *
     * @param reweights of the devices by id, in 65,536ths: 0 for a device that is out; those
     *     without an entry are out
     */
    public CrushMapper(CompiledCrush map, int[] reweights) {
        this.map = map;
        this.reweights = reweights.clone();
        this.choice = new BucketChoice(map);
    }

    /**
     * Maps one input.
     *
     * @param result gets the devices; its length is the number wanted
     * @return how many there are; those after them are unchanged
     */
    public int map(int ruleId, int input, int[] result) {
        return map(map.rule(ruleId), input, result, result.length);
    }

    int map(int[] rule, int input, int[] result, int max) {
        begin(input, max);
        int atHandCount = 0;
        int count = 0;
        for (int at = 0; at < rule.length; at += 3) {
            int argument = rule[at + 1];
            switch (rule[at]) {
                case Opcodes.TAKE -> {
                    if (isItem(argument)) {
                        atHand[0] = argument;
                        atHandCount = 1;
                    }
                }
                case Opcodes.CHOOSE_FIRSTN,
                        Opcodes.CHOOSELEAF_FIRSTN,
                        Opcodes.CHOOSE_INDEP,
                        Opcodes.CHOOSELEAF_INDEP ->
                        atHandCount = atHandCount == 0 ? 0 : step(rule, at, atHandCount);
                case Opcodes.EMIT -> {
                    for (int i = 0; i < atHandCount && count < max; i++) {
                        result[count++] = atHand[i];
                    }
                    atHandCount = 0;
                }
                default -> set(rule[at], argument);
            }
        }
        return count;
    }

    private void begin(int input, int max) {
        x = input;
        resultMax = max;
        if (atHand.length < max || atHand.length == 0) {
            atHand = new int[Math.max(1, max)];
            chosen = new int[Math.max(1, max)];
            leaves = new int[Math.max(1, max)];
        }
        Tunables tunables = map.tunables;
        tries = tunables.chooseTotalTries() + 1;
        leafTriesSet = 0;
        localTries = tunables.chooseLocalTries();
        fallbackTries = tunables.chooseLocalFallbackTries();
        varyR = tunables.chooseleafVaryR();
        stable = tunables.chooseleafStable();
    }

    private boolean isItem(int id) {
        return id >= 0 ? id < map.deviceCountMax : map.isBucket(id);
    }

    private void set(int opcode, int value) {
        switch (opcode) {
            case 8 -> tries = value;
            case 9 -> leafTriesSet = value;
            case 10 -> localTries = value;
            case 11 -> fallbackTries = value;
            case 12 -> varyR = value;
            case 13 -> stable = value;
            default -> {}
        }
    }

    /** Replaces what is at hand by what is chosen below it; gives how many there are then. */
    private int step(int[] rule, int at, int atHandCount) {
        int opcode = rule[at];
        boolean isFirstn = opcode == Opcodes.CHOOSE_FIRSTN || opcode == Opcodes.CHOOSELEAF_FIRSTN;
        isToLeaf = opcode >= Opcodes.CHOOSELEAF_FIRSTN;
        type = rule[at + 2];
        wanted = rule[at + 1] > 0 ? rule[at + 1] : rule[at + 1] + resultMax;
        int oneLeafTry = isFirstn && map.tunables.chooseleafDescendOnce() == 0 ? tries : 1;
        leafTries = leafTriesSet > 0 ? leafTriesSet : oneLeafTry;
        from = 0;
        for (int i = 0; i < atHandCount && wanted > 0; i++) {
            if (map.isBucket(atHand[i])) {
                from += isFirstn ? firstn(-1 - atHand[i]) : indep(-1 - atHand[i]);
            }
        }
        int[] free = atHand;
        atHand = isToLeaf ? leaves : chosen;
        leaves = isToLeaf ? free : leaves;
        chosen = isToLeaf ? chosen : free;
        return from;
    }

    private int firstn(int top) {
        int place = 0;
        for (int i = 0; i < wanted && from + place < resultMax; i++) {
            int item = pick(top, i, place, false);
            if (item != NONE) {
                chosen[from + place++] = item;
            }
        }
        return place;
    }

    /** One item for one place, or {@link #NONE} when the tries are used up. */
    private int pick(int top, int base, int place, boolean isLeaf) {
        int[] before = isLeaf ? leaves : chosen;
        int triesMax = isLeaf ? leafTries : tries;
        int b = top;
        int failures = 0;
        int failuresHere = 0;
        while (true) {
            boolean isTaken = false;
            if (map.size[b] > 0) {
                int item = descended(b, base + failures, place, failuresHere);
                if (item >= map.deviceCountMax) {
                    return NONE;
                }
                if (typeOf(item) != (isLeaf ? 0 : type)) {
                    if (item >= 0) {
                        return NONE;
                    }
                    b = -1 - item;
                    continue;
                }
                isTaken = contains(before, place, item);
                if (!isTaken && isGood(item, base + failures, place, isLeaf)) {
                    return item;
                }
            }
            failures++;
            failuresHere++;
            boolean stays =
                    (isTaken && failuresHere <= localTries)
                            || (fallbackTries > 0 && failuresHere <= map.size[b] + fallbackTries);
            if (!stays) {
                if (failures >= triesMax) {
                    return NONE;
                }
                b = top;
                failuresHere = 0;
            }
        }
    }

    private int descended(int b, int r, int place, int failuresHere) {
        boolean isFallback =
                fallbackTries > 0
                        && failuresHere >= map.size[b] >> 1
                        && failuresHere > fallbackTries;
        return isFallback ? choice.permuted(b, x, r) : choice.choose(b, x, r, place);
    }

    private int typeOf(int item) {
        return item < 0 ? map.type[-1 - item] : 0;
    }

    private boolean contains(int[] items, int count, int item) {
        for (int i = from; i < from + count; i++) {
            if (items[i] == item) {
                return true;
            }
        }
        return false;
    }

    /** Whether a device is in, and whether one can be found below a bucket that needs one. */
    private boolean isGood(int item, int r, int place, boolean isLeaf) {
        if (isToLeaf && !isLeaf) {
            int leaf = item;
            if (item < 0) {
                int below = varyR > 0 ? r >> varyR - 1 : 0;
                leaf = pick(-1 - item, (stable > 0 ? 0 : place) + below, place, true);
            }
            if (leaf == NONE) {
                return false;
            }
            leaves[from + place] = leaf;
        }
        return item < 0 || typeOf(item) != 0 || !isOut(item);
    }

    private boolean isOut(int device) {
        return isOut(x, device);
    }

    /** Whether a device refuses an input because of its reweight. */
    boolean isOut(int input, int device) {
        if (device >= reweights.length) {
            return true;
        }
        int weight = reweights[device];
        return weight < ONE && (weight == 0 || (CrushHash.of(input, device) & 0xffff) >= weight);
    }

    private int indep(int top) {
        int count = Math.min(wanted, resultMax - from);
        for (int i = from; i < from + count; i++) {
            chosen[i] = UNDECIDED;
            leaves[i] = UNDECIDED;
        }
        int left = count;
        for (int round = 0; left > 0 && round < tries; round++) {
            for (int place = 0; place < count; place++) {
                if (chosen[from + place] == UNDECIDED && isDecided(top, place, round, count)) {
                    left--;
                }
            }
        }
        for (int i = from; i < from + count; i++) {
            chosen[i] = chosen[i] == UNDECIDED ? NONE : chosen[i];
            leaves[i] = leaves[i] == UNDECIDED ? NONE : leaves[i];
        }
        return count;
    }

    /** Tries a place once; whether it has an item now, or never will. */
    private boolean isDecided(int top, int place, int round, int count) {
        int b = top;
        while (map.size[b] > 0) {
            int r = place + stride(b) * round;
            int item = choice.choose(b, x, r, 0);
            if (item >= map.deviceCountMax || (item >= 0 && type != 0)) {
                chosen[from + place] = NONE;
                leaves[from + place] = NONE;
                return true;
            }
            if (typeOf(item) != type) {
                b = -1 - item;
                continue;
            }
            if (contains(chosen, count, item)) {
                return false;
            }
            if (isToLeaf) {
                leaves[from + place] = item >= 0 ? item : leafIndep(-1 - item, place, r);
                if (leaves[from + place] == NONE) {
                    return false;
                }
            }
            if (item >= 0 && isOut(item)) {
                return false;
            }
            chosen[from + place] = item;
            return true;
        }
        return false;
    }

    /** By how much the attempt number grows with each round. */
    private int stride(int b) {
        boolean isEvenUniform =
                map.algorithm[b] == Algorithm.UNIFORM.number() && map.size[b] % wanted == 0;
        return isEvenUniform ? wanted + 1 : wanted;
    }

    /** A device below a bucket for a place, or {@link #NONE}. */
    private int leafIndep(int top, int place, int parentR) {
        for (int round = 0; round < leafTries; round++) {
            int b = top;
            while (map.size[b] > 0) {
                int r = place + parentR + stride(b) * round;
                int item = choice.choose(b, x, r, place);
                if (item >= map.deviceCountMax) {
                    return NONE;
                }
                if (item >= 0) {
                    if (isOut(item)) {
                        break;
                    }
                    return item;
                }
                if (typeOf(item) == 0) {
                    return NONE; // a bucket of the devices' type: refused by the readers
                }
                b = -1 - item;
            }
        }
        return NONE;
    }
}
