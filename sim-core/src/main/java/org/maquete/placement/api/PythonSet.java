package org.maquete.placement.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The order in which CPython walks a set of small numbers: that of the slots of its hash table, in
 * which a number's own value is its hash. Placement names resource classes in this order.
 */
final class PythonSet {

    // 8, slots; 9, linear probes; 5, bits: CPython 3.11, Objects/setobject.c, PySet_MINSIZE,
    // LINEAR_PROBES, PERTURB_SHIFT
    private static final int SLOT_COUNT_MIN = 8;
    private static final int LINEAR_PROBES = 9;
    private static final int PERTURB_SHIFT = 5;

    private PythonSet() {}

    /** The numbers, each once, in the order of a set to which they were added in this order. */
    static List<Integer> order(Collection<Integer> added) {
        int[] table = empty(SLOT_COUNT_MIN);
        int count = 0;
        for (int number : added) {
            if (!put(table, number)) {
                continue;
            }
            count++;
            if (count * 5 >= (table.length - 1) * 3) {
                int slots = SLOT_COUNT_MIN;
                while (slots <= count * 4) {
                    slots *= 2;
                }
                int[] larger = empty(slots);
                for (int each : table) {
                    if (each >= 0) {
                        put(larger, each);
                    }
                }
                table = larger;
            }
        }
        List<Integer> order = new ArrayList<>();
        for (int each : table) {
            if (each >= 0) {
                order.add(each);
            }
        }
        return order;
    }

    private static int[] empty(int slots) {
        int[] table = new int[slots];
        Arrays.fill(table, -1);
        return table;
    }

    /** False if the number is there already. */
    private static boolean put(int[] table, int number) {
        int mask = table.length - 1;
        int slot = number & mask;
        int perturb = number;
        while (true) {
            int last = slot + LINEAR_PROBES <= mask ? slot + LINEAR_PROBES : slot;
            for (int i = slot; i <= last; i++) {
                if (table[i] == number) {
                    return false;
                }
                if (table[i] < 0) {
                    table[i] = number;
                    return true;
                }
            }
            perturb >>>= PERTURB_SHIFT;
            slot = (slot * 5 + 1 + perturb) & mask;
        }
    }
}
