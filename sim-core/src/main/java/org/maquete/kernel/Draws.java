package org.maquete.kernel;

/**
 * Luck that belongs to a thing, not to the moment: the values follow from (seed, subsystem, name,
 * purpose, n) alone, so one more unit in a branch leaves everybody else's luck as it was.
 *
 * <p>The key is hashed with the finaliser of SplitMix64; the i-th value of a draw is the finaliser
 * of key + i times the golden ratio. The algorithm is part of the format of saved runs.
 */
public final class Draws {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final long key;
    private long count;

    private Draws(long key) {
        this.key = key;
    }

    /**
     * The draws of one thing for one purpose.
     *
     * @param name the natural key of the most stable thing, never a dense id
     * @param n a number of the domain (attempt, boot, hook run); 0 if the purpose occurs once
     */
    public static Draws of(long seed, String subsystem, String name, String purpose, long n) {
        return of(seed, text(subsystem), name, text(purpose), n);
    }

    /** The same with the hashes of the two names that hardly change. */
    static Draws of(long seed, long subsystem, String name, long purpose, long n) {
        long h = mix(seed + GOLDEN);
        h = mix(h ^ subsystem);
        h = mix(h * GOLDEN ^ text(name));
        h = mix(h * GOLDEN ^ purpose);
        return new Draws(mix(h * GOLDEN + n));
    }

    /** 64 random bits. */
    public long bits() {
        return mix(key + GOLDEN * ++count);
    }

    /** Uniform in [0, 1). */
    public double unit() {
        return (bits() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in 0..bound-1. */
    public int below(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("expected a bound of at least 1, found " + bound);
        }
        return (int) Math.unsignedMultiplyHigh(bits(), bound);
    }

    /** Uniform between two whole numbers, both included. */
    public long between(long low, long high) {
        long span = high - low;
        if (low > high || span < 0 || span == Long.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "expected low <= high less than 2^63 - 1 apart, found " + low + ".." + high);
        }
        return low + Math.unsignedMultiplyHigh(bits(), span + 1);
    }

    /** {@code digits} hexadecimal digits in lower case. */
    public String hex(int digits) {
        StringBuilder text = new StringBuilder(digits);
        long word = 0;
        for (int i = 0; i < digits; i++) {
            word = i % 16 == 0 ? bits() : word >>> 4;
            text.append(Character.forDigit((int) (word & 15), 16));
        }
        return text.toString();
    }

    /** A UUID of version 4 in its usual spelling. */
    public String uuid() {
        String h = hex(32);
        return h.substring(0, 8)
                + "-"
                + h.substring(8, 12)
                + "-4"
                + h.substring(13, 16)
                + "-"
                + "89ab".charAt(below(4))
                + h.substring(17, 20)
                + "-"
                + h.substring(20, 32);
    }

    /** The hash of a name. */
    static long text(String text) {
        long h = text.length();
        for (int i = 0; i < text.length(); i++) {
            h = h * 0x100000001b3L ^ text.charAt(i);
        }
        return mix(h);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
