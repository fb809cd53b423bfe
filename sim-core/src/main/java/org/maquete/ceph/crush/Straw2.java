package org.maquete.ceph.crush;

/**
 * Who draws the longest straw. An item draws {@code -((2^48 - ln(u)) / weight)}, cut to a whole
 * number, for a hash {@code u} of 16 bits; the largest draw wins, of equals the first. A weight of
 * 0 draws less than all others.
 *
 * <p>We look for the smallest quotient. With {@code best} at hand, {@code n / w < best} is {@code n
 * < best * w}: no division while nothing better comes, so about {@code ln(items)} divisions a
 * choice. If all items weigh the same, the order of quotients is that of hashes but for errors of
 * the logarithm and for quotients that are cut to the same number: {@link #window} is the largest
 * distance between two hashes at which that happens. When no second hash lies in the window below
 * the largest, that one has won, without a look at the table.
 */
final class Straw2 {

    private Straw2() {}

    /**
     * The index of the winner.
     *
     * @param us hashes of 16 bits, from {@code from}
     * @param place of the result, for weight sets
     */
    static int pick(CompiledCrush map, int b, int[] us, int from, int place) {
        int size = map.size[b];
        int window = map.window[b];
        if (window < 0) {
            return exact(map, b, us, from, place);
        }
        int largest = -1;
        int at = 0;
        for (int i = 0; i < size; i++) {
            int u = us[from + i];
            at = u > largest ? i : at;
            largest = Math.max(u, largest);
        }
        int near = 0;
        for (int i = 0; i < size; i++) {
            near += largest - us[from + i] - window - 1 >>> 31; // 1 if inside the window
        }
        return near == 1 ? at : exact(map, b, us, from, place);
    }

    private static int exact(CompiledCrush map, int b, int[] us, int from, int place) {
        int size = map.size[b];
        int set = Math.min(place, map.positions[b] - 1);
        int weightAt = map.weightStart[b] + set * size;
        int[] weights = map.weights();
        long[] negated = CrushLn.table();
        long best = Long.MAX_VALUE;
        int at = 0;
        for (int i = 0; i < size; i++) {
            long weight = weights[weightAt + i];
            long n = negated[us[from + i]];
            if (weight > 0 && isLess(n, best, weight)) {
                best = n / weight;
                at = i;
            }
        }
        return at;
    }

    /** Whether {@code n < best * weight}, which may need 79 bits. */
    private static boolean isLess(long n, long best, long weight) {
        long product = best * weight;
        return Math.multiplyHigh(best, weight) != 0 || product < 0 || n < product;
    }

    /**
     * The largest {@code u - v} of two hashes {@code v < u} with which {@code v} draws no less than
     * {@code u}, when both have this weight.
     */
    static int window(int weight) {
        long[] negated = CrushLn.table();
        int last = negated.length - 1;
        long[] least = new long[negated.length]; // quotient of this hash and all below it
        least[0] = negated[0] / weight;
        for (int u = 1; u <= last; u++) {
            least[u] = Math.min(least[u - 1], negated[u] / weight);
        }
        int window = 0;
        for (int u = 1; u <= last; u++) {
            long quotient = negated[u] / weight;
            while (u - window - 1 >= 0 && least[u - window - 1] <= quotient) {
                window++;
            }
        }
        return window;
    }
}
