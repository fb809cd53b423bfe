package org.maquete.ceph.crush;

/** A line of a rule. */
public sealed interface Step {

    /** Start from an item. */
    record Take(int item) implements Step {}

    /**
     * Choose items below each item at hand.
     *
     * @param isFirstn whether what cannot be chosen is left out; else it leaves a hole
     * @param isToLeaf whether to go on to a device below each item
     * @param itemCount 0 for as many as asked for, below 0 for so many less
     * @param type of the items
     */
    record Choose(boolean isFirstn, boolean isToLeaf, int itemCount, int type) implements Step {

        /** As the JSON dump names it. */
        public String op() {
            return (isToLeaf ? "chooseleaf" : "choose") + (isFirstn ? "_firstn" : "_indep");
        }
    }

    /** Hand over what is at hand. */
    record Emit() implements Step {}

    /** Replace a tunable for the steps after it. */
    record Set(Setting setting, int value) implements Step {}

    /** A step that does nothing. */
    record Noop() implements Step {}
}
