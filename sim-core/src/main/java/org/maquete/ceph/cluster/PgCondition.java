package org.maquete.ceph.cluster;

import org.maquete.ceph.crush.CrushMapper;
import org.maquete.ceph.osdmap.PgId;
import org.maquete.ceph.status.PgStamps;
import org.maquete.kernel.EventId;
import org.maquete.kernel.SimTime;
import org.maquete.world.Ints;
import org.maquete.world.Sink;

/**
 * How a placement group is: what the map does not give.
 *
 * @param epoch in which its interval began: a time in which the same OSDs were to serve
 * @param place where it should be and where it is served
 * @param served who served it, able to take writes, when it last was; nothing can have been written
 *     that none of them knows
 * @param copies who has what of it
 * @param states what the manager knows: bits of {@link org.maquete.ceph.status.PgState}
 * @param stamps when it was last well, in simulated time
 * @param copying what it copies just now
 */
public record PgCondition(
        long pool,
        int seed,
        int epoch,
        Place place,
        Ints served,
        Copies copies,
        PgPhase phase,
        long states,
        PgStamps stamps,
        Copying copying) {

    /** <500 s>: Ceph 16.2, osd_pg_stat_report_interval_max: a group tells of itself so often. */
    private static final long REPORT_NS = 500 * SimTime.SECOND;

    /** No OSD, in a place of a group that counts places. */
    static final int NONE = CrushMapper.NONE;

    /** Where it should be and where it is served; -1 for no primary. */
    public record Place(Ints up, int upPrimary, Ints acting, int actingPrimary) {

        static Place at(Ints osds, int primary) {
            return new Place(osds, primary, osds, primary);
        }

        boolean isRemapped() {
            return !up.equals(acting);
        }
    }

    /**
     * What it copies; 0 for nothing. While it is peering: since when, and -1 as the end if an OSD
     * had fallen silent.
     */
    public record Copying(long startNs, long dueNs, EventId event) {

        static final Copying NOTHING = new Copying(0, 0, EventId.NONE);

        static Copying waiting(long nowNs, boolean isSilent) {
            return new Copying(nowNs, isSilent ? -1 : 0, EventId.NONE);
        }
    }

    PgId id() {
        return new PgId(pool, seed);
    }

    /** {@code 2.1f}. */
    public String name() {
        return pool + "." + Integer.toHexString(seed);
    }

    void encode(Sink sink) {
        sink.number("pool", pool)
                .number("seed", seed)
                .number("epoch", epoch)
                .ints("up", place.up)
                .number("upPrimary", place.upPrimary)
                .ints("acting", place.acting)
                .number("actingPrimary", place.actingPrimary)
                .ints("served", served)
                .ints("copies", copies.triples())
                .text("phase", phase.name())
                .number("states", states)
                .number("lastActive", stamps.lastActive())
                .number("lastPeered", stamps.lastPeered())
                .number("lastClean", stamps.lastClean())
                .number("lastFullsized", stamps.lastFullsized())
                .number("lastUndegraded", stamps.lastUndegraded())
                .number("lastUnstale", stamps.lastUnstale())
                .number("lastChange", stamps.lastChange())
                .number("copyStartNs", copying.startNs)
                .number("copyDueNs", copying.dueNs);
    }

    /** A new interval: nobody serves until its members have agreed. */
    PgCondition peering(int since, PgPhase how, Place other, Copying waiting) {
        return new PgCondition(
                pool, seed, since, other, served, copies, how, states, stamps, waiting);
    }

    PgCondition placed(Place other, Ints serving, Copies known) {
        return new PgCondition(
                pool, seed, epoch, other, serving, known, phase, states, stamps, copying);
    }

    PgCondition with(Copies other) {
        return new PgCondition(
                pool, seed, epoch, place, served, other, phase, states, stamps, copying);
    }

    PgCondition doing(PgPhase other, Copying what) {
        return new PgCondition(
                pool, seed, epoch, place, served, copies, other, states, stamps, what);
    }

    /** In these states as long as can be remembered. */
    PgCondition inStates(long other) {
        return new PgCondition(
                pool, seed, epoch, place, served, copies, phase, other, stamps, copying);
    }

    /** The manager hears of these states now. */
    PgCondition reported(long other, long nowNs) {
        PgStamps fresh = other == states ? stamps : Stamps.after(stamps, states, other, nowNs);
        return new PgCondition(
                pool, seed, epoch, place, served, copies, phase, other, fresh, copying);
    }

    /** When a group told of itself last that did so first at {@code firstNs}. */
    static long lastReportNs(long firstNs, long nowNs) {
        return firstNs + Math.max(0, nowNs - firstNs) / REPORT_NS * REPORT_NS;
    }
}
