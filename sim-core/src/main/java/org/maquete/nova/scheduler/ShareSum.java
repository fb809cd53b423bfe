package org.maquete.nova.scheduler;

/**
 * The arithmetic of nova/weights.py over arrays, in its order of operations: the results are equal
 * to the last bit.
 *
 * <p>For each weigher in turn a host's share {@code (value - min) / (max - min)} times its
 * multiplier is added to its weight; where min equals max nothing changes, because 0 times a finite
 * multiplier is 0. {@link HostWeigher#shares} is the slow and obvious twin.
 */
final class ShareSum {

    private ShareSum() {}

    /**
     * Values of an integer column that count from 0; gives the largest.
     *
     * @param from the hosts are this one and those after it, which the compiler turns into vector
     *     instructions; below 0: they are those of {@code of}
     */
    static double fromZero(int[] column, int[] of, int count, int from, double[] values) {
        int max = 0;
        if (from >= 0) {
            for (int k = 0; k < count; k++) {
                int value = Math.max(column[from + k], 0);
                max = Math.max(max, value);
                values[k] = value;
            }
        } else {
            for (int k = 0; k < count; k++) {
                int value = Math.max(column[of[k]], 0);
                max = Math.max(max, value);
                values[k] = value;
            }
        }
        return max;
    }

    /** The same for a column of doubles. */
    static double fromZero(double[] column, int[] of, int count, int from, double[] values) {
        double max = 0;
        for (int k = 0; k < count; k++) {
            double value = column[from >= 0 ? from + k : of[k]];
            value = value > 0 ? value : 0;
            max = value > max ? value : max;
            values[k] = value;
        }
        return max;
    }

    /** Adds the shares of values between two bounds. */
    static void add(
            double[] values,
            int count,
            double min,
            double max,
            double multiplier,
            double[] weights) {
        double range = max - min;
        if (min == 0) {
            for (int k = 0; k < count; k++) {
                weights[k] += multiplier * (values[k] / range);
            }
        } else {
            for (int k = 0; k < count; k++) {
                weights[k] += multiplier * ((values[k] - min) / range);
            }
        }
    }

    /** The same with a multiplier for each host. */
    static void addEach(
            double[] values,
            int[] of,
            int count,
            double min,
            double max,
            double[] multipliers,
            double[] weights) {
        double range = max - min;
        for (int k = 0; k < count; k++) {
            weights[k] += multipliers[of[k]] * ((values[k] - min) / range);
        }
    }

    /** The position of the first largest weight; one that is no number is passed over. */
    static int best(double[] weights, int count) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < count; k++) {
            if (weights[k] > most || best < 0 && weights[k] == most) {
                most = weights[k];
                best = k;
            }
        }
        return best;
    }

    /** How many weights are equal to one. */
    static int countOf(double weight, double[] weights, int count) {
        int equal = 0;
        for (int k = 0; k < count; k++) {
            equal += weights[k] == weight ? 1 : 0;
        }
        return equal;
    }
}
