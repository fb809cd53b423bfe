package org.maquete.ceph.crush;

import java.util.Arrays;
import java.util.Optional;

/** One call of {@code crushtool --test}: a rule, a number of devices, reweights. */
public final class CrushTest {

    /** The most devices asked for at once, GUESS: beyond any pool. */
    public static final int NUM_REP_MAX = 1000;

    private final CrushMapper mapper;
    private final Call call;
    private final int[] result;

    /**
     * What is asked.
     *
     * @param pool below 0: the input is hashed as it is; else together with this pool's number
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
        int input = call.pool() < 0 ? x : CrushHash.of(x, call.pool());
        int count = mapper.map(call.rule(), input, result);
        return Arrays.copyOf(result, count);
    }

    /** The line that {@code crushtool --test --show-mappings} prints for an input. */
    public String line(int x) {
        StringBuilder line = new StringBuilder("CRUSH rule ");
        line.append(call.rule()).append(" x ").append(x).append(" [");
        int[] devices = map(x);
        for (int i = 0; i < devices.length; i++) {
            line.append(i > 0 ? "," : "").append(devices[i]);
        }
        return line.append("]\n").toString();
    }

    /** What crushtool gives devices without {@code --weight}: 1 if in a bucket, else 0. */
    public static int[] reweights(CrushMap map) {
        int[] reweights = new int[map.deviceCountMax()];
        for (Bucket bucket : map.buckets()) {
            bucket.items().stream().filter(i -> i >= 0).forEach(i -> reweights[i] = 0x10000);
        }
        return reweights;
    }

    /** The value of {@code --weight}, cut to 65,536ths as crushtool does: in floats. */
    public static Optional<Integer> reweight(String text) {
        try {
            float weight = Float.parseFloat(text);
            return weight >= 0 && weight <= 1
                    ? Optional.of((int) (weight * 0x10000))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
