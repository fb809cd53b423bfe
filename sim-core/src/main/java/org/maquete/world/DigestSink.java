package org.maquete.world;

import java.util.List;

/**
 * A running 64-bit hash over fields. It depends on the order and the content of the values only:
 * never on {@code hashCode}, object identity, locale or JVM. Strength: it finds differences, it is
 * no defence against an adversary.
 *
 * <p>Each word is mixed by the finaliser of SplitMix64 (Steele, Lea, Flood 2014), a bijection with
 * full avalanche, after being added to the running state times an odd constant.
 */
public final class DigestSink implements Sink {

    private static final long SEED = 0x6d61717565746531L;
    private static final long STEP = 0x9e3779b97f4a7c15L;

    private long state;

    /** A fresh digest. */
    public DigestSink() {
        this(SEED);
    }

    private DigestSink(long state) {
        this.state = state;
    }

    /** A digest that goes on from here by itself. */
    public DigestSink fork() {
        return new DigestSink(state);
    }

    /** The hash of all so far. */
    public long value() {
        return state;
    }

    /** Takes one word in. */
    public void word(long value) {
        long z = state * STEP + value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        state = z ^ (z >>> 31);
    }

    @Override
    public Sink text(String name, String value) {
        int length = value.length();
        word(length);
        long chunk = 0;
        for (int i = 0; i < length; i++) {
            chunk = chunk << 16 | value.charAt(i);
            if ((i & 3) == 3) {
                word(chunk);
                chunk = 0;
            }
        }
        if ((length & 3) != 0) {
            word(chunk);
        }
        return this;
    }

    @Override
    public Sink number(String name, long value) {
        word(value);
        return this;
    }

    @Override
    public Sink real(String name, double value) {
        word(Double.doubleToLongBits(value));
        return this;
    }

    @Override
    public Sink flag(String name, boolean value) {
        word(value ? 1 : 0);
        return this;
    }

    @Override
    public Sink texts(String name, List<String> values) {
        word(values.size());
        values.forEach(value -> text(name, value));
        return this;
    }

    @Override
    public Sink ints(String name, Ints values) {
        word(values.count());
        for (int i = 0; i < values.count(); i++) {
            word(values.get(i));
        }
        return this;
    }
}
