package org.maquete.ceph.crush;

import java.util.ArrayList;
import java.util.List;

/**
 * How many recorded answers of a real program ours are equal to.
 *
 * @param cases all answers compared
 * @param differences a line for each that is not equal
 * @param flaws why an input could not be compared
 */
public record Agreement(int cases, List<String> differences, List<Flaw> flaws) {

    /** Nothing compared yet. */
    public static final Agreement NONE = new Agreement(0, List.of(), List.of());

    public Agreement {
        differences = List.copyOf(differences);
        flaws = List.copyOf(flaws);
    }

    /** How many answers are equal. */
    public int equal() {
        return cases - differences.size();
    }

    /** Both together. */
    public Agreement and(Agreement other) {
        List<String> all = new ArrayList<>(differences);
        all.addAll(other.differences);
        List<Flaw> both = new ArrayList<>(flaws);
        both.addAll(other.flaws);
        return new Agreement(cases + other.cases, all, both);
    }

    /** Counts answers one by one. */
    public static final class Count {

        private final List<String> differences = new ArrayList<>();
        private final List<Flaw> flaws = new ArrayList<>();
        private int cases;

        /** Compares an answer; {@code what} says which. */
        public void compare(String what, String expected, String found) {
            cases++;
            if (!expected.equals(found)) {
                differences.add(what + ": expected " + expected + ", found " + found);
            }
        }

        /** Where to note what cannot be compared. */
        public List<Flaw> flaws() {
            return flaws;
        }

        public Agreement total() {
            return new Agreement(cases, differences, flaws);
        }
    }
}
