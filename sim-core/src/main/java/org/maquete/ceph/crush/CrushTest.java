package org.maquete.ceph.crush;

import java.util.Arrays;
import java.util.Optional;

/** One call of {@code crushtool --test}: a rule, a number of devices, reweights. */
public final class CrushTest {

    /** The most devices asked for at once, GUESS: beyond any pool. */
    public static final int NUM_REP_MAX = 1000;

    private static final int ONE = 0x10000; // <1>: 16.16 fixed point
    private static final float INT_END = 0x1p31f; // <2^31>: from here x86-64 makes -2^31

    private final CrushMapper mapper;
    private final Call call;
    private final int[] result;

    /**
     * What is asked.
     *
     * @param pool -1: the input is hashed as it is; else together with this pool's number
     */
    public record Call(int rule, int numRep, int pool) {}

    /** A call on a map with the reweights of {@link #reweights}. */
    public CrushTest(CompiledCrush map, int[] reweights, Call call) {
        this.mapper = new CrushMapper(map, reweights);
        this.call = call;
        this.result = new int[call.numRep()];
    }

    /** The devices for an input. */
    public int[] map(int x) {
        int input = call.pool() == -1 ? x : CrushHash.of(x, call.pool());
        int count = mapper.map(call.rule(), input, result);
        return Arrays.copyOf(result, count);
    }

    /** The line that {@code crushtool --test --show-mappings} prints for an input. */
    String line(int x, int[] devices) {
        return "CRUSH rule " + call.rule() + " x " + x + " " + shown(devices) + "\n";
    }

    /** The line of {@code --show-bad-mappings}. */
    String badLine(int x, int[] devices) {
        String begin = "bad mapping rule " + call.rule() + " x " + x;
        return begin + " num_rep " + call.numRep() + " result " + shown(devices) + "\n";
    }

    /** Whether there are not as many devices as asked for. */
    boolean isBad(int[] devices) {
        boolean isBad = devices.length != call.numRep();
        for (int device : devices) {
            isBad |= device == CrushMapper.NONE;
        }
        return isBad;
    }

    private static String shown(int[] devices) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < devices.length; i++) {
            text.append(i > 0 ? "," : "").append(devices[i]);
        }
        return text.append(']').toString();
    }

    /** What crushtool gives devices without {@code --weight}: 1 if in a bucket, else 0. */
    public static int[] reweights(CrushMap map) {
        int[] reweights = new int[map.deviceCountMax()];
        for (Bucket bucket : map.buckets()) {
            bucket.items().stream().filter(i -> i >= 0).forEach(i -> reweights[i] = ONE);
        }
        return reweights;
    }

    /**
     * The value of {@code --weight} in 65,536ths as crushtool cuts it: in floats, 1 for more, 0 for
     * less and for what no int holds. Empty if it is no number; crushtool takes that for 0.
     */
    public static Optional<Integer> reweight(String text) {
        try {
            float scaled = Float.parseFloat(text) * ONE;
            boolean fits = scaled < INT_END;
            return Optional.of(fits ? Math.clamp((int) scaled, 0, ONE) : 0);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
