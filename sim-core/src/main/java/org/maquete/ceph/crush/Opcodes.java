package org.maquete.ceph.crush;

import java.util.List;

/** The steps of a rule as numbers: three for each, the binary map's opcode and its arguments. */
final class Opcodes {

    // <opcode>: Ceph 16.2, as in the binary map
    static final int NOOP = 0;
    static final int TAKE = 1;
    static final int CHOOSE_FIRSTN = 2;
    static final int CHOOSE_INDEP = 3;
    static final int EMIT = 4;
    static final int CHOOSELEAF_FIRSTN = 6;
    static final int CHOOSELEAF_INDEP = 7;

    private Opcodes() {}

    static int[] of(List<Step> steps) {
        int[] numbers = new int[3 * steps.size()];
        for (int i = 0; i < steps.size(); i++) {
            put(numbers, 3 * i, steps.get(i));
        }
        return numbers;
    }

    private static void put(int[] numbers, int at, Step step) {
        switch (step) {
            case Step.Noop() -> numbers[at] = NOOP;
            case Step.Emit() -> numbers[at] = EMIT;
            case Step.Take(int item) -> {
                numbers[at] = TAKE;
                numbers[at + 1] = item;
            }
            case Step.Set(Setting setting, int value) -> {
                // A value without effect becomes a step without effect.
                numbers[at] = value >= setting.least() ? setting.opcode() : NOOP;
                numbers[at + 1] = value;
            }
            case Step.Choose choose -> {
                numbers[at] = choose(choose);
                numbers[at + 1] = choose.itemCount();
                numbers[at + 2] = choose.type();
            }
        }
    }

    private static int choose(Step.Choose step) {
        if (step.isToLeaf()) {
            return step.isFirstn() ? CHOOSELEAF_FIRSTN : CHOOSELEAF_INDEP;
        }
        return step.isFirstn() ? CHOOSE_FIRSTN : CHOOSE_INDEP;
    }
}
