package org.maquete.nova.scheduler;

import java.util.function.IntToDoubleFunction;

/**
 * One of the weighers of nova/scheduler/weights.
 *
 * @param name the name of the real class
 * @param key of an aggregate's metadata that replaces the multiplier
 * @param option the multiplier
 * @param negated the multiplier counts with the other sign
 * @param fromZero what is below 0 counts as 0, and shares are of the largest value; otherwise
 *     shares are between the smallest and the largest
 * @param raw the value of a host
 * @param steadiness what the values depend on
 */
record HostWeigher(
        String name,
        String key,
        double option,
        boolean negated,
        boolean fromZero,
        Raw raw,
        Steadiness steadiness) {

    /** What each host weighs, before it is compared with others. */
    interface Raw {
        /** By host; what depends on the request alone is worked out here, once. */
        IntToDoubleFunction over(HostStates hosts, RequestSpec spec);

        /**
         * Whether all hosts are sure to have the value 0: the same for all requests of one shape
         * that have no group.
         */
        default boolean isNeutral(RequestSpec spec) {
            return false;
        }
    }

    /** What changes a weigher's values. */
    enum Steadiness {
        /** Placing a server: a column of {@link HostStates}. */
        RAM,
        DISK,
        CPU,
        IO_OPS,
        /** Nothing but a report of the host. */
        HOST,
        /** The request, or who is asked: worked out anew each time. */
        REQUEST
    }

    /** The multiplier for a host. */
    double multiplier(Host host) {
        double value = Aggregates.leastNumber(host, key, option);
        return negated ? -1 * value : value;
    }

    /** The values of some hosts, not below 0 where that is the rule. */
    double[] values(HostStates hosts, RequestSpec spec, int[] of) {
        IntToDoubleFunction value = raw.over(hosts, spec);
        double[] values = new double[of.length];
        for (int k = 0; k < of.length; k++) {
            values[k] = value.applyAsDouble(of[k]);
            values[k] = fromZero && values[k] < 0 ? 0 : values[k];
        }
        return values;
    }

    /** Each value's share between the smallest (or 0) and the largest; 0 where these are equal. */
    double[] shares(double[] values) {
        double max = values[0];
        double min = values[0];
        for (double value : values) {
            max = Math.max(max, value);
            min = Math.min(min, value);
        }
        min = fromZero ? 0.0 : min;
        double range = max - min;
        double[] shares = new double[values.length];
        for (int k = 0; min != max && k < values.length; k++) {
            shares[k] = (values[k] - min) / range;
        }
        return shares;
    }
}
