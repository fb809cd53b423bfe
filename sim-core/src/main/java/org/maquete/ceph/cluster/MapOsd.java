package org.maquete.ceph.cluster;

import org.maquete.ceph.osdmap.OsdState;
import org.maquete.ceph.status.Fullness;
import org.maquete.kernel.EventId;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * An OSD of the OSD map.
 *
 * @param osd its number; given out again after a purge
 * @param seat where it runs, on what
 * @param weightFixed16 its reweight in 65,536ths; 0 is out
 * @param affinityFixed16 how willingly it is a primary, in 65,536ths
 * @param belief what the map says of it
 * @param hung the truth: whether its process stands still
 * @param news what the monitors will learn of it
 * @param outDueNs when it will be marked out, 0 when it will not
 */
public record MapOsd(
        int id,
        int osd,
        Seat seat,
        int weightFixed16,
        int affinityFixed16,
        Belief belief,
        boolean hung,
        News news,
        long outDueNs,
        EventId out)
        implements Row {

    /** Where it runs and on what. */
    public record Seat(String host, String device, String deviceClass, long bytes, String uuid) {}

    /**
     * What the map says.
     *
     * @param autoOut whether the monitors marked it out by themselves
     * @param upFrom the epoch in which it came up last, 0 for never
     * @param downAt the epoch in which it went down last, 0 for never
     * @param sinceNs when it came or went
     */
    public record Belief(
            boolean up,
            boolean isNew,
            boolean autoOut,
            int upFrom,
            int downAt,
            long sinceNs,
            Fullness fullness) {

        Belief up(int epoch, long nowNs) {
            return new Belief(true, false, false, epoch, downAt, nowNs, fullness);
        }

        Belief down(int epoch, long nowNs) {
            return new Belief(false, isNew, autoOut, upFrom, epoch, nowNs, fullness);
        }

        Belief auto(boolean isAuto) {
            return new Belief(up, isNew, isAuto, upFrom, downAt, sinceNs, fullness);
        }

        Belief full(Fullness other) {
            return new Belief(up, isNew, autoOut, upFrom, downAt, sinceNs, other);
        }
    }

    /** What the monitors will learn and when; 0 for nothing. */
    public record News(Notice notice, long dueNs, EventId event) {

        static final News NONE = new News(Notice.NONE, 0, EventId.NONE);
    }

    /** An OSD that has never run; it is in, so that data come to it as soon as it is up. */
    static MapOsd fresh(int id, OsdAdded fact, long nowNs) {
        Seat seat =
                new Seat(fact.host(), fact.device(), fact.deviceClass(), fact.bytes(), fact.uuid());
        return new MapOsd(
                id,
                fact.osd(),
                seat,
                OsdState.ONE,
                OsdState.ONE,
                new Belief(false, true, false, 0, 0, nowNs, Fullness.ROOMY),
                false,
                News.NONE,
                0,
                EventId.NONE);
    }

    @Override
    public String key() {
        return "osd." + osd;
    }

    @Override
    public void encode(Sink sink) {
        sink.number("osd", osd)
                .text("host", seat.host)
                .text("device", seat.device)
                .text("deviceClass", seat.deviceClass)
                .number("bytes", seat.bytes)
                .text("uuid", seat.uuid)
                .number("weightFixed16", weightFixed16)
                .number("affinityFixed16", affinityFixed16)
                .flag("up", belief.up)
                .flag("isNew", belief.isNew)
                .flag("autoOut", belief.autoOut)
                .number("upFrom", belief.upFrom)
                .number("downAt", belief.downAt)
                .number("sinceNs", belief.sinceNs)
                .text("fullness", belief.fullness.name())
                .flag("hung", hung)
                .text("notice", news.notice.name())
                .number("noticeDueNs", news.dueNs)
                .number("outDueNs", outDueNs);
    }

    /** Whether the map has it as up. */
    public boolean up() {
        return belief.up;
    }

    /** Whether data are placed on it. */
    public boolean in() {
        return weightFixed16 > 0;
    }

    /** The service of systemd. */
    public String service() {
        return service(osd);
    }

    static String service(int osd) {
        return "ceph-osd@" + osd;
    }

    MapOsd with(Belief other) {
        return new MapOsd(
                id, osd, seat, weightFixed16, affinityFixed16, other, hung, news, outDueNs, out);
    }

    MapOsd weighing(int fixed16) {
        return new MapOsd(
                id, osd, seat, fixed16, affinityFixed16, belief, hung, news, outDueNs, out);
    }

    MapOsd willing(int fixed16) {
        return new MapOsd(id, osd, seat, weightFixed16, fixed16, belief, hung, news, outDueNs, out);
    }

    MapOsd hung(boolean stands) {
        return new MapOsd(
                id, osd, seat, weightFixed16, affinityFixed16, belief, stands, news, outDueNs, out);
    }

    MapOsd with(News other) {
        return new MapOsd(
                id, osd, seat, weightFixed16, affinityFixed16, belief, hung, other, outDueNs, out);
    }

    MapOsd outAt(long dueNs, EventId event) {
        return new MapOsd(
                id, osd, seat, weightFixed16, affinityFixed16, belief, hung, news, dueNs, event);
    }
}
