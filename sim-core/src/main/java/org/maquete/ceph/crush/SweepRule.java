package org.maquete.ceph.crush;

/**
 * A rule as {@link CrushSweep} runs it.
 *
 * @param isFast whether it can; else the rest means nothing
 * @param top the row of the bucket that is taken
 * @param wanted how many items
 * @param type of the items
 * @param isToLeaf whether to go on to a device
 * @param tries of a choice
 * @param leafTries below an item
 * @param varyR how the attempt's number goes down to the leaf
 */
record SweepRule(
        boolean isFast,
        int top,
        int wanted,
        int type,
        boolean isToLeaf,
        int tries,
        int leafTries,
        int varyR) {

    private static final SweepRule SLOW = new SweepRule(false, 0, 0, 0, false, 0, 0, 0);

    /** The attempt's number below an item. */
    int below(int r) {
        return varyR > 0 ? r >> varyR - 1 : 0;
    }

    static SweepRule of(CompiledCrush map, int[] rule, int numRep) {
        Tunables tunables = map.tunables;
        int[] set = {
            tunables.chooseTotalTries() + 1,
            0,
            tunables.chooseLocalTries(),
            tunables.chooseLocalFallbackTries(),
            tunables.chooseleafVaryR(),
            tunables.chooseleafStable()
        };
        int[] order = new int[3]; // where take, choose, emit stand
        int count = 0;
        for (int at = 0; at < rule.length; at += 3) {
            int opcode = rule[at];
            if (opcode >= Setting.CHOOSE_TRIES.opcode()) {
                set[opcode - Setting.CHOOSE_TRIES.opcode()] = rule[at + 1];
                if (count > 1) {
                    return SLOW; // set after the choice: rare, and not worth a thought
                }
            } else if (opcode != Opcodes.NOOP) {
                if (count == 3) {
                    return SLOW;
                }
                order[count++] = at;
            }
        }
        boolean isOrdered =
                count == 3
                        && rule[order[0]] == Opcodes.TAKE
                        && (rule[order[1]] == Opcodes.CHOOSE_FIRSTN
                                || rule[order[1]] == Opcodes.CHOOSELEAF_FIRSTN)
                        && rule[order[2]] == Opcodes.EMIT;
        if (!isOrdered || set[2] != 0 || set[3] != 0 || !map.isBucket(rule[order[0] + 1])) {
            return SLOW;
        }
        boolean isToLeaf = rule[order[1]] == Opcodes.CHOOSELEAF_FIRSTN;
        int top = -1 - rule[order[0] + 1];
        if ((isToLeaf && set[5] == 0) || !isEven(map, top)) {
            return SLOW;
        }
        int number = rule[order[1] + 1];
        int leafTries = set[1] > 0 ? set[1] : tunables.chooseleafDescendOnce() > 0 ? 1 : set[0];
        return new SweepRule(
                true,
                top,
                number > 0 ? number : Math.max(0, number + numRep),
                rule[order[1] + 2],
                isToLeaf,
                set[0],
                leafTries,
                set[4]);
    }

    /** Whether all from here down are straw2 buckets with one weight set, none too large. */
    private static boolean isEven(CompiledCrush map, int top) {
        boolean[] isSeen = new boolean[map.bucketCountMax];
        int[] open = new int[map.bucketCountMax];
        int count = 1;
        open[0] = top;
        isSeen[top] = true;
        while (count > 0) {
            int b = open[--count];
            boolean isFit =
                    map.algorithm[b] == Algorithm.STRAW2.number()
                            && map.positions[b] == 1
                            && map.size[b] <= HashLanes.COUNT;
            if (!isFit) {
                return false;
            }
            for (int i = map.start[b]; i < map.start[b] + map.size[b]; i++) {
                int child = -1 - map.items[i];
                if (child >= 0 && !isSeen[child]) {
                    isSeen[child] = true;
                    open[count++] = child;
                }
            }
        }
        return true;
    }
}
