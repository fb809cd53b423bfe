package org.maquete.kernel;

import java.math.BigDecimal;
import java.util.List;

/**
 * How a length of time is spread; all lengths are whole nanoseconds of simulated time.
 *
 * <p>Each kind samples from keyed draws alone and gives the same bits on every machine: additions,
 * products, quotients and square roots are IEEE's in Java, and logarithms, exponentials and cosines
 * are {@link StrictMath}'s, which is one library everywhere. How a kind samples is part of the
 * format of saved runs.
 *
 * <p>Every kind has bounds. What the formula gives outside of them is not moved to the bound, which
 * would make the bound likely, but drawn within them from the start (exponential) or drawn again
 * (normal). Drawing again ends soon: the mean lies within the bounds, and where these are narrow
 * the proposals are uniform, so at least about half of all proposals are taken in every case.
 */
public sealed interface Distribution {

    /** A length for this draw, between both bounds. */
    long sampleNs(Draws draws);

    /** The shortest that can be drawn. */
    long lowNs();

    /** The longest that can be drawn. */
    long highNs();

    /** In words, with unit: {@code 60 to 240 s, uniform}. */
    String text();

    /** Always the same; it draws nothing. */
    record Constant(long valueNs) implements Distribution {

        public Constant {
            ordered(0, valueNs, valueNs);
        }

        @Override
        public long sampleNs(Draws draws) {
            return valueNs;
        }

        @Override
        public long lowNs() {
            return valueNs;
        }

        @Override
        public long highNs() {
            return valueNs;
        }

        @Override
        public String text() {
            return seconds(valueNs) + " s, constant";
        }
    }

    /** Each whole nanosecond from low to high is equally likely. */
    record Uniform(long lowNs, long highNs) implements Distribution {

        public Uniform {
            ordered(0, lowNs, highNs);
        }

        @Override
        public long sampleNs(Draws draws) {
            return draws.between(lowNs, highNs);
        }

        @Override
        public String text() {
            return range(this) + ", uniform";
        }
    }

    /** Most likely at the mode, falling on straight lines to both ends. */
    record Triangular(long lowNs, long modeNs, long highNs) implements Distribution {

        public Triangular {
            ordered(0, lowNs, modeNs);
            ordered(lowNs, modeNs, highNs);
        }

        @Override
        public long sampleNs(Draws draws) {
            double width = (double) highNs - lowNs;
            double rise = (double) modeNs - lowNs;
            double at = draws.unit() * width;
            double length =
                    at < rise
                            ? lowNs + StrictMath.sqrt(at * rise)
                            : highNs - StrictMath.sqrt((width - at) * (width - rise));
            return within(this, length);
        }

        @Override
        public String text() {
            return range(this) + ", triangular around " + seconds(modeNs) + " s";
        }
    }

    /** Normal, cut off at both bounds; the mean is the one before the cut. */
    record Normal(long meanNs, long deviationNs, long lowNs, long highNs) implements Distribution {

        private static final int PROPOSAL_LIMIT = 1000; // half of them are taken: never reached

        public Normal {
            ordered(0, lowNs, meanNs);
            ordered(lowNs, meanNs, highNs);
            ordered(1, deviationNs, Long.MAX_VALUE);
        }

        @Override
        public long sampleNs(Draws draws) {
            double low = ((double) lowNs - meanNs) / deviationNs;
            double high = ((double) highNs - meanNs) / deviationNs;
            return within(this, meanNs + deviationNs * standard(low, high, draws));
        }

        @Override
        public String text() {
            return range(this)
                    + ", normal with mean "
                    + seconds(meanNs)
                    + " s and standard deviation "
                    + seconds(deviationNs)
                    + " s";
        }

        /**
         * Standard normal between two bounds of which the first is not above 0 and the second not
         * below it. Bounds less than 2.5 apart: uniform proposals, taken in proportion to the
         * density (in the mean at least 0.49 of them). Else proposals of Box and Muller, taken when
         * they fit (0.49 at least as well).
         */
        private static double standard(double low, double high, Draws draws) {
            for (int tries = 0; tries < PROPOSAL_LIMIT; tries++) {
                double first = draws.unit();
                double second = draws.unit();
                if (high - low < 2.5) {
                    double at = low + (high - low) * first;
                    if (second < StrictMath.exp(-at * at / 2)) {
                        return at;
                    }
                } else {
                    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - first));
                    double at = radius * StrictMath.cos(2 * StrictMath.PI * second);
                    if (low <= at && at <= high) {
                        return at;
                    }
                }
            }
            throw new IllegalStateException(
                    "expected a value between " + low + " and " + high + ", found none");
        }
    }

    /**
     * The logarithm is normal: a usual length, and seldom a much longer one. Given by what a person
     * reads off measurements: half of them are below the median, 95 of 100 below the other.
     */
    record Lognormal(long medianNs, long p95Ns, long lowNs, long highNs) implements Distribution {

        /** Phi(1.6449) = 0.95. */
        private static final double Z95 = 1.6448536269514722;

        public Lognormal {
            ordered(1, medianNs, p95Ns - 1 - medianNs / 1_000_000); // else a spread of 0
            ordered(0, lowNs, medianNs);
            ordered(lowNs, medianNs, highNs);
        }

        @Override
        public long sampleNs(Draws draws) {
            double mu = StrictMath.log((double) medianNs);
            double sigma = (StrictMath.log((double) p95Ns) - mu) / Z95;
            double low = (StrictMath.log((double) lowNs) - mu) / sigma;
            double high = (StrictMath.log((double) highNs) - mu) / sigma;
            return within(this, StrictMath.exp(mu + sigma * Normal.standard(low, high, draws)));
        }

        @Override
        public String text() {
            return range(this)
                    + ", lognormal with median "
                    + seconds(medianNs)
                    + " s and p95 "
                    + seconds(p95Ns)
                    + " s";
        }
    }

    /**
     * What has no memory, from the low bound on; the mean counts from 0, before the cut at high.
     */
    record Exponential(long meanNs, long lowNs, long highNs) implements Distribution {

        public Exponential {
            ordered(0, lowNs, meanNs - 1);
            ordered(lowNs, meanNs, highNs);
        }

        @Override
        public long sampleNs(Draws draws) {
            double scale = (double) meanNs - lowNs;
            double reached = 1 - StrictMath.exp(-((double) highNs - lowNs) / scale);
            return within(this, lowNs - scale * StrictMath.log(1 - draws.unit() * reached));
        }

        @Override
        public String text() {
            return range(this) + ", exponential with mean " + seconds(meanNs) + " s";
        }
    }

    /** One of the measured lengths, each equally likely; a length may be there several times. */
    record Empirical(List<Long> valuesNs) implements Distribution {

        public Empirical {
            valuesNs = List.copyOf(valuesNs);
            if (valuesNs.isEmpty()) {
                throw new IllegalArgumentException("expected at least one length, found none");
            }
            for (long value : valuesNs) {
                ordered(0, value, value);
            }
        }

        @Override
        public long sampleNs(Draws draws) {
            return valuesNs.get(draws.below(valuesNs.size()));
        }

        @Override
        public long lowNs() {
            return valuesNs.stream().mapToLong(v -> v).min().orElseThrow();
        }

        @Override
        public long highNs() {
            return valuesNs.stream().mapToLong(v -> v).max().orElseThrow();
        }

        @Override
        public String text() {
            return range(this) + ", one of " + valuesNs.size() + " measured lengths";
        }
    }

    /** A length in seconds without an exponent or zeros at its end: {@code 0.25}. */
    static String seconds(long ns) {
        return BigDecimal.valueOf(ns, 9).stripTrailingZeros().toPlainString();
    }

    private static String range(Distribution of) {
        return seconds(of.lowNs()) + " to " + seconds(of.highNs()) + " s";
    }

    private static long within(Distribution of, double lengthNs) {
        return Math.clamp(Math.round(lengthNs), of.lowNs(), of.highNs());
    }

    private static void ordered(long low, long middle, long high) {
        if (low > middle || middle > high) {
            throw new IllegalArgumentException(
                    "expected lengths in order, in ns, found " + low + ", " + middle + ", " + high);
        }
    }
}
