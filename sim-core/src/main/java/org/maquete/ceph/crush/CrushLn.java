package org.maquete.ceph.crush;

/**
 * The logarithm of straw2, in integers: {@code 2^44 * log2(u + 1)} for {@code u} of 16 bits, with
 * the errors that the real one has. The errors are part of the contract: with true logarithms other
 * items would win.
 *
 * <p>The real program looks up three tables, of which two are formulae rounded to 48 bits: {@code
 * RH[k] = ceil(2^48 / (1 + k/128))} and {@code LH[k] = floor(2^48 * log2(1 + k/128))}, whose last
 * entry is 2^48 - 2^32. The third is {@code LL[k] = floor(2^48 * log2(1 + k/2^15))} plus a
 * displacement: one value for 212 of the 256 entries, 0 for 21, and an irregular one for 23. The
 * result falls where it should rise 22 % of the time it matters, never by more than 2^28.
 *
 * <p>All 65,536 logarithms are made when the first one is needed (about a millisecond) and kept as
 * what a draw divides by the weight: {@code 2^48 - ln(u)}, above 0. Half a megabyte, so the loops
 * look at the hashes first and come here for few of them.
 *
 * <p>Logarithms are made bit by bit: square the number; when the square is 2 or more, the bit is 1
 * and the square is halved. 64 bits are enough for 48 exact ones; the test compares with 256.
 */
final class CrushLn {

    private static final int ENTRIES = 1 << 16;
    private static final int FRACTION_BITS = 48; // <bits>: Ceph 16.2, of the tables
    private static final long LH_LAST = (1L << 48) - (1L << 32); // <number>: Ceph 16.2

    private CrushLn() {}

    /** {@code 2^48 - ln(u)}, from 2^28 to 2^48. */
    static long negated(int u) {
        return NEGATED[u];
    }

    /** The table itself, for loops; not to be written to. */
    static long[] table() {
        return NEGATED;
    }

    private static long[] negated() {
        long[] high = new long[129];
        long[] reciprocal = new long[129];
        for (int k = 0; k <= 128; k++) {
            reciprocal[k] = ((1L << 55) + (127 + k)) / (128 + k);
            high[k] = k == 128 ? LH_LAST : log2((128L + k) << 56);
        }
        long[] low = low();
        long[] all = new long[ENTRIES];
        for (int u = 0; u < ENTRIES; u++) {
            int x = u + 1;
            int shift = Math.max(0, Integer.numberOfLeadingZeros(x) - 16);
            int normal = x << shift;
            int k = (normal >> 8) - 128;
            int below = (int) (normal * reciprocal[k] >>> FRACTION_BITS) & 0xff;
            long ln = ((15L - shift) << 44) + ((high[k] + low[below]) >> 4);
            all[u] = (1L << FRACTION_BITS) - ln;
        }
        return all;
    }

    private static long[] low() {
        long[] low = new long[256];
        for (int k = 0; k < low.length; k++) {
            low[k] = log2(((1L << 15) + k) << 48) + LL_DISPLACED;
        }
        for (int k : LL_EXACT) {
            low[k] -= LL_DISPLACED;
        }
        for (int i = 0; i < LL_IRREGULAR.length; i += 2) {
            low[(int) LL_IRREGULAR[i]] += LL_IRREGULAR[i + 1] - LL_DISPLACED;
        }
        return low;
    }

    /** {@code floor(2^48 * log2(m / 2^63))} of an unsigned number from 2^63. */
    static long log2(long m) {
        long bits = 0;
        long rest = m;
        for (int i = 0; i < FRACTION_BITS; i++) {
            long square = Math.unsignedMultiplyHigh(rest, rest);
            boolean isTwoOrMore = square < 0;
            bits = bits << 1 | (isTwoOrMore ? 1 : 0);
            rest = isTwoOrMore ? square : square << 1;
        }
        return bits;
    }

    // The displacements of LL, 2^-48: found by comparing Ceph 16.2's answers with the formula.
    private static final long LL_DISPLACED = 5_493_489_664L;

    private static final int[] LL_EXACT = {
        0, 1, 203, 216, 222, 233, 237, 238, 239, 243, 244, 245, 246, 248, 249, 250, 251, 252, 253,
        254, 255
    };

    /** Index, displacement, index, displacement. */
    private static final long[] LL_IRREGULAR = {
        56, 5349423536L, 127, 978272901L, 134, 3588789669L,
        181, 4007963589L, 184, 5423282367L, 188, 2201924427L,
        193, 3829329171L, 198, 2511158322L, 199, 2670353280L,
        200, 3807665765L, 207, 5045407031L, 210, 4635559696L,
        212, 3670382108L, 225, 3209098745L, 227, 1514328394L,
        228, 2662093655L, 229, 561838844L, 231, 3537203772L,
        235, 4861921003L, 236, 5281046906L, 240, 2650193885L,
        241, 4203558265L, 247, 362109528L
    };

    // Last: it needs the constants above.
    private static final long[] NEGATED = negated();
}
