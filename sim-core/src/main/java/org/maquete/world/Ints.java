package org.maquete.world;

import java.util.Arrays;
import java.util.stream.IntStream;

/** An immutable list of {@code int}: the payload of a fact about many things at once. */
public final class Ints {

    /** No numbers. */
    public static final Ints NONE = new Ints(new int[0]);

    private final int[] values;

    private Ints(int[] values) {
        this.values = values;
    }

    /** The given numbers in the given order; the array is copied. */
    public static Ints of(int... values) {
        return values.length == 0 ? NONE : new Ints(values.clone());
    }

    /** These ascending numbers and {@code value} in its place. */
    public Ints with(int value) {
        int at = -1 - Arrays.binarySearch(values, value);
        int[] more = Arrays.copyOf(values, values.length + 1);
        System.arraycopy(values, at, more, at + 1, values.length - at);
        more[at] = value;
        return new Ints(more);
    }

    /** These ascending numbers but {@code value}. */
    public Ints without(int value) {
        int at = Arrays.binarySearch(values, value);
        int[] less = Arrays.copyOf(values, values.length - 1);
        System.arraycopy(values, at + 1, less, at, less.length - at);
        return new Ints(less);
    }

    /** How many there are. */
    public int count() {
        return values.length;
    }

    /** The number at {@code index}, from 0. */
    public int get(int index) {
        return values[index];
    }

    /** All numbers in order. */
    public IntStream stream() {
        return Arrays.stream(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ints ints && Arrays.equals(values, ints.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
