package org.maquete.nova.replay;

/**
 * What came of a replay, at the instant after the last request was decided.
 *
 * @param requestCount how many requests came
 * @param placedCount how many found a host
 * @param vcpu of the hosts' VCPU
 * @param ram of their memory
 * @param gpu of their GPUs; all 0 where there are none
 * @param fragmentation the share of the free VCPU (of what may be promised) that lies on hosts
 *     without room for a request: the mean over all requests of the trace, each asked alone. 0:
 *     every request could use all of it; 1: none could use any
 * @param balance the coefficient of variation of the hosts' VCPU utilisation: standard deviation
 *     over mean; 0: all alike, or nothing is used
 * @param digest of all facts: equal replays have equal digests
 */
public record ReplayResult(
        int requestCount,
        int placedCount,
        Utilisation vcpu,
        Utilisation ram,
        Utilisation gpu,
        double fragmentation,
        double balance,
        long digest) {

    /**
     * What servers have taken as a share of the total, promised twice or not: above 1 where the
     * allocation ratio is.
     *
     * @param mean over the time between the first and the last request; where that is none, as at
     *     the end
     * @param end after the last request
     */
    public record Utilisation(double mean, double end) {}

    /** The share of the requests that found a host. */
    public double acceptance() {
        return (double) placedCount / requestCount;
    }
}
