package org.maquete.ceph.cluster;

import java.util.List;
import org.maquete.ceph.crush.CrushRule;
import org.maquete.world.Sink;

/**
 * What a pool was made with and what can be set of it.
 *
 * @param size copies, or shards
 * @param minSize how many must be there to serve
 * @param rule the id of its CRUSH rule
 * @param pgNumMin below which the autoscaler does not go; 0 for none
 * @param code how objects are cut; {@link Erasure#NONE} for copies
 * @param autoscale {@code on}, {@code warn} or {@code off}
 * @param applications who may use it
 */
public record PoolSettings(
        int size,
        int minSize,
        int rule,
        int pgNum,
        int pgNumMin,
        Erasure code,
        String autoscale,
        List<String> applications) {

    public PoolSettings {
        applications = List.copyOf(applications);
    }

    /** An erasure code: so many shards of data, so many more, by a profile of this name. */
    public record Erasure(String profile, int dataShards, int codingShards) {

        /** Copies. */
        public static final Erasure NONE = new Erasure("", 0, 0);
    }

    /** Whether objects are cut. */
    public boolean isErasure() {
        return code.dataShards > 0;
    }

    /** The type of its rules. */
    public int type() {
        return isErasure() ? CrushRule.ERASURE : CrushRule.REPLICATED;
    }

    /** How many OSDs have to survive for nothing to be lost. */
    int neededCount() {
        return isErasure() ? code.dataShards : 1;
    }

    PoolSettings sized(int copies, int copiesMin) {
        return new PoolSettings(
                copies, copiesMin, rule, pgNum, pgNumMin, code, autoscale, applications);
    }

    PoolSettings grouped(int count, int countMin, String mode) {
        return new PoolSettings(size, minSize, rule, count, countMin, code, mode, applications);
    }

    PoolSettings ruled(int other) {
        return new PoolSettings(
                size, minSize, other, pgNum, pgNumMin, code, autoscale, applications);
    }

    PoolSettings usedBy(List<String> users) {
        return new PoolSettings(size, minSize, rule, pgNum, pgNumMin, code, autoscale, users);
    }

    void encode(Sink sink) {
        sink.number("size", size)
                .number("minSize", minSize)
                .number("rule", rule)
                .number("pgNum", pgNum)
                .number("pgNumMin", pgNumMin)
                .text("profile", code.profile)
                .number("dataShards", code.dataShards)
                .number("codingShards", code.codingShards)
                .text("autoscale", autoscale)
                .texts("applications", applications);
    }
}
