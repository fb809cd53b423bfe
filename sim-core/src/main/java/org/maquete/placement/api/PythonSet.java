package org.maquete.placement.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A set of CPython that only grows, walked as CPython walks it: by the slots of its hash table.
 * Placement names resource classes in this order, and of candidates that differ in their anchor
 * alone it keeps the one whose tree it meets first.
 *
 * @param <T> what is in it
 */
final class PythonSet<T> implements Iterable<T> {

    // 8, slots; 9, linear probes; 5, bits: CPython 3.11, Objects/setobject.c, PySet_MINSIZE,
    // LINEAR_PROBES, PERTURB_SHIFT
    private static final int SLOT_COUNT_MIN = 8;
    private static final int LINEAR_PROBES = 9;
    private static final int PERTURB_SHIFT = 5;

    // xxHash, a part of it: CPython 3.11, Objects/tupleobject.c, _PyHASH_XXPRIME_1, 2 and 5
    private static final long PRIME_1 = 0x9E3779B185EBCA87L;
    private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME_5 = 0x27D4EB2F165667C5L;
    private static final int ROTATION = 31;
    private static final long LENGTH_MIX = 3_527_539;

    private record Slot<T>(T value, long hash) {}

    private final ToLongFunction<T> hash;
    private List<@Nullable Slot<T>> table = empty(SLOT_COUNT_MIN);
    private int count;

    /** An empty set of things that have this hash in Python. */
    PythonSet(ToLongFunction<T> hash) {
        this.hash = hash;
    }

    /** The numbers, each once, in the order of a set to which they were added in this order. */
    static List<Integer> order(Collection<Integer> added) {
        // A small number is its own hash.
        PythonSet<Integer> set = new PythonSet<>(Integer::longValue);
        added.forEach(set::add);
        List<Integer> order = new ArrayList<>();
        set.forEach(order::add);
        return order;
    }

    /** The hash of a tuple of numbers. */
    static long hashOfTuple(int... numbers) {
        long sum = PRIME_5;
        for (int each : numbers) {
            sum = Long.rotateLeft(sum + each * PRIME_2, ROTATION) * PRIME_1;
        }
        return sum + (numbers.length ^ (PRIME_5 ^ LENGTH_MIX));
    }

    boolean isEmpty() {
        return count == 0;
    }

    void add(T value) {
        if (put(table, new Slot<>(value, hash.applyAsLong(value)))) {
            count++;
            if (count * 5 >= (table.size() - 1) * 3) {
                resize(count * 4);
            }
        }
    }

    /** Python's {@code |=}: a table that is empty and of the same size is copied slot by slot. */
    void addAll(PythonSet<T> other) {
        if (other.isEmpty()) {
            return;
        }
        if ((count + other.count) * 5 >= (table.size() - 1) * 3) {
            resize((count + other.count) * 2);
        }
        if (count == 0 && table.size() == other.table.size()) {
            table = new ArrayList<>(other.table);
            count = other.count;
        } else {
            other.forEach(this::add);
        }
    }

    /** A new set, made by walking this one. */
    PythonSet<T> where(Predicate<T> holds) {
        PythonSet<T> kept = new PythonSet<>(hash);
        for (T each : this) {
            if (holds.test(each)) {
                kept.add(each);
            }
        }
        return kept;
    }

    @Override
    public Iterator<T> iterator() {
        List<T> order = new ArrayList<>();
        for (@Nullable Slot<T> each : table) {
            if (each != null) {
                order.add(each.value());
            }
        }
        return order.iterator();
    }

    private void resize(int over) {
        int slots = SLOT_COUNT_MIN;
        while (slots <= over) {
            slots *= 2;
        }
        List<@Nullable Slot<T>> larger = empty(slots);
        for (@Nullable Slot<T> each : table) {
            if (each != null) {
                put(larger, each);
            }
        }
        table = larger;
    }

    private static <T> List<@Nullable Slot<T>> empty(int slots) {
        List<@Nullable Slot<T>> table = new ArrayList<>(slots);
        for (int i = 0; i < slots; i++) {
            table.add(null);
        }
        return table;
    }

    /** False if it is there already. */
    private static <T> boolean put(List<@Nullable Slot<T>> table, Slot<T> slot) {
        int mask = table.size() - 1;
        int at = (int) slot.hash() & mask;
        long perturb = slot.hash();
        while (true) {
            int last = at + LINEAR_PROBES <= mask ? at + LINEAR_PROBES : at;
            for (int i = at; i <= last; i++) {
                Slot<T> there = table.get(i);
                if (there == null) {
                    table.set(i, slot);
                    return true;
                }
                if (there.equals(slot)) {
                    return false;
                }
            }
            perturb >>>= PERTURB_SHIFT;
            at = (int) (at * 5L + 1 + perturb) & mask;
        }
    }
}
