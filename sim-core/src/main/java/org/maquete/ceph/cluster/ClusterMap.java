package org.maquete.ceph.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.maquete.ceph.status.MapFlag;
import org.maquete.kernel.EventId;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * The cluster itself: what its maps say as a whole.
 *
 * @param fsid its id
 * @param epoch of the OSD map
 * @param flags of the OSD map, in order
 * @param full from where an OSD counts as full
 * @param changed when what changed last
 * @param election the monitors' agreement
 * @param plans what is to happen
 */
public record ClusterMap(
        int id,
        String fsid,
        int epoch,
        int crushVersion,
        List<MapFlag> flags,
        Ratios full,
        Changes changed,
        Election election,
        Plans plans)
        implements Row {

    public ClusterMap {
        flags = List.copyOf(flags);
    }

    /** Thousandths of an OSD's capacity. */
    public record Ratios(int nearfull, int backfillfull, int full) {}

    /** When the map was made, changed, and the last OSD came or went. */
    public record Changes(long createdNs, long modifiedNs, long upNs, long inNs) {}

    /**
     * The monitors' agreement.
     *
     * @param sinceNs when the quorum of now was formed
     * @param dueNs when an election ends, 0 without one
     */
    public record Election(int epoch, long sinceNs, long dueNs, EventId event) {}

    /** What the cluster will look at; 0 for nothing. */
    public record Plans(long fullnessDueNs, EventId fullness, long scaleDueNs, EventId scale) {}

    static ClusterMap founded(String fsid, long nowNs) {
        return new ClusterMap(
                0,
                fsid,
                1,
                1,
                MapFlag.ALWAYS,
                new Ratios(850, 900, 950), // thousandths: Ceph 16.2, mon_osd_*full_ratio
                new Changes(nowNs, nowNs, nowNs, nowNs),
                new Election(0, nowNs, 0, EventId.NONE),
                new Plans(0, EventId.NONE, 0, EventId.NONE));
    }

    @Override
    public String key() {
        return "ceph";
    }

    @Override
    public void encode(Sink sink) {
        sink.text("fsid", fsid)
                .number("epoch", epoch)
                .number("crushVersion", crushVersion)
                .texts("flags", flags.stream().map(MapFlag::word).toList())
                .number("nearfull", full.nearfull)
                .number("backfillfull", full.backfillfull)
                .number("full", full.full)
                .number("createdNs", changed.createdNs)
                .number("modifiedNs", changed.modifiedNs)
                .number("upNs", changed.upNs)
                .number("inNs", changed.inNs)
                .number("electionEpoch", election.epoch)
                .number("quorumSinceNs", election.sinceNs)
                .number("electionDueNs", election.dueNs)
                .number("fullnessDueNs", plans.fullnessDueNs)
                .number("scaleDueNs", plans.scaleDueNs);
    }

    /** Whether a flag is set. */
    public boolean has(MapFlag flag) {
        return flags.contains(flag);
    }

    ClusterMap with(MapFlag flag, boolean set) {
        List<MapFlag> other = new ArrayList<>(flags);
        other.remove(flag);
        if (set) {
            other.add(flag);
        }
        other.sort(Comparator.naturalOrder());
        return new ClusterMap(id, fsid, epoch, crushVersion, other, full, changed, election, plans);
    }

    ClusterMap next(long nowNs) {
        Changes now = new Changes(changed.createdNs, nowNs, changed.upNs, changed.inNs);
        return new ClusterMap(id, fsid, epoch + 1, crushVersion, flags, full, now, election, plans);
    }

    ClusterMap upChanged(long nowNs) {
        return with(new Changes(changed.createdNs, changed.modifiedNs, nowNs, changed.inNs));
    }

    ClusterMap inChanged(long nowNs) {
        return with(new Changes(changed.createdNs, changed.modifiedNs, changed.upNs, nowNs));
    }

    private ClusterMap with(Changes other) {
        return new ClusterMap(id, fsid, epoch, crushVersion, flags, full, other, election, plans);
    }

    ClusterMap crushChanged() {
        return new ClusterMap(
                id, fsid, epoch, crushVersion + 1, flags, full, changed, election, plans);
    }

    ClusterMap with(Ratios other) {
        return new ClusterMap(
                id, fsid, epoch, crushVersion, flags, other, changed, election, plans);
    }

    ClusterMap with(Election other) {
        return new ClusterMap(id, fsid, epoch, crushVersion, flags, full, changed, other, plans);
    }

    ClusterMap with(Plans other) {
        return new ClusterMap(id, fsid, epoch, crushVersion, flags, full, changed, election, other);
    }
}
