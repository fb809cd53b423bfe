package org.maquete.placement.api;

/**
 * How much of a resource class a provider has.
 *
 * @param reserved never given away
 * @param minUnit the least that one allocation may take
 * @param maxUnit the most that one allocation may take; not multiplied by the ratio
 * @param stepSize every amount is a multiple of it
 * @param ratio how often each unit is promised
 */
public record Inventory(
        int total, int reserved, int minUnit, int maxUnit, int stepSize, double ratio) {

    static final int UNIT_MAX = 2147483647; // 2147483647, units: placement 8.0.0, db/constants.py

    public Inventory {
        if (total < 1 || reserved < 0 || minUnit < 1 || maxUnit < 1 || stepSize < 1) {
            throw new IllegalArgumentException(
                    "expected positive units, found "
                            + total
                            + ", "
                            + reserved
                            + ", "
                            + minUnit
                            + ", "
                            + maxUnit
                            + ", "
                            + stepSize);
        }
    }

    /** One unit the least, the total the most. */
    public static Inventory of(int total, int reserved, double ratio) {
        return new Inventory(total, reserved, 1, total, 1, ratio);
    }

    /** As it is shown: cut to a whole number. */
    public int capacity() {
        return (int) ((total - reserved) * ratio);
    }

    /** Whether an amount keeps to the units. */
    public boolean takes(long amount) {
        return amount >= minUnit && amount <= maxUnit && amount % stepSize == 0;
    }

    /** Whether an amount fits beside what is used: compared as a float, not as it is shown. */
    public boolean fits(long used, long amount) {
        return used + amount <= (total - reserved) * ratio;
    }
}
