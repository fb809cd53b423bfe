package org.maquete.bench;

import org.eclipse.collections.api.list.primitive.DoubleList;

/**
 * A mean and half the width of its 95 % confidence interval.
 *
 * @param half 0 for a single value, of which nothing can be said
 */
public record Interval(double mean, double half) {

    // Two-sided 95 % quantiles of Student's t for 1 to 30 degrees of freedom: any table
    private static final double[] QUANTILES = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
        2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
        2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    private static final double NORMAL = 1.959964; // the same quantile of the normal distribution

    /** Of independent values; at least one. */
    public static Interval of(DoubleList values) {
        int n = values.size();
        double mean = values.sum() / n;
        if (n == 1) {
            return new Interval(mean, 0);
        }
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double off = values.get(i) - mean;
            squares += off * off;
        }
        return new Interval(mean, quantile(n - 1) * Math.sqrt(squares / (n - 1) / n));
    }

    /** Beyond the table: the first two terms of the expansion around the normal distribution. */
    static double quantile(int freedom) {
        if (freedom <= QUANTILES.length) {
            return QUANTILES[freedom - 1];
        }
        double z = NORMAL;
        double first = (z * z * z + z) / 4;
        double second = (5 * z * z * z * z * z + 16 * z * z * z + 3 * z) / 96;
        return z + first / freedom + second / ((double) freedom * freedom);
    }
}
