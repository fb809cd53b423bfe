package org.maquete.ceph.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.ceph.crush.Bucket;
import org.maquete.ceph.crush.BucketType;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.crush.CrushRule;
import org.maquete.ceph.crush.Device;
import org.maquete.ceph.crush.Tunables;
import org.maquete.ceph.osdmap.Exceptions;
import org.maquete.ceph.osdmap.OsdMap;
import org.maquete.ceph.osdmap.OsdState;
import org.maquete.ceph.osdmap.PgMapper;
import org.maquete.ceph.osdmap.Pool;

/**
 * The maps, to be changed before the change is a fact: what a handler compares with the maps of
 * now. Made anew for each decision; a decision that asks only who is up makes no CRUSH map.
 */
final class MapDraft {

    /** The levels of a new cluster's tree: Ceph 16.2, seen. */
    static final List<BucketType> TYPES =
            List.of(
                    new BucketType(0, "osd"),
                    new BucketType(1, "host"),
                    new BucketType(2, "chassis"),
                    new BucketType(3, "rack"),
                    new BucketType(4, "row"),
                    new BucketType(5, "pdu"),
                    new BucketType(6, "pod"),
                    new BucketType(7, "room"),
                    new BucketType(8, "datacenter"),
                    new BucketType(9, "zone"),
                    new BucketType(10, "region"),
                    new BucketType(11, "root"));

    private final int epoch;
    private final TreeMap<Integer, OsdState> osds = new TreeMap<>();
    private final TreeMap<Integer, String> classes = new TreeMap<>();
    private final TreeMap<Integer, Bucket> buckets = new TreeMap<>(Comparator.reverseOrder());
    private final List<CrushRule> rules = new ArrayList<>();
    private final TreeMap<Long, MapPool> pools = new TreeMap<>();

    private MapDraft(int epoch) {
        this.epoch = epoch;
    }

    static MapDraft of(ClusterState state) {
        MapDraft draft = new MapDraft(state.map().epoch());
        for (MapOsd osd : state.osds()) {
            draft.put(osd);
        }
        for (MapBucket row : state.buckets()) {
            draft.put(row.bucket());
        }
        for (MapRule row : state.rules()) {
            draft.rules.add(row.rule());
        }
        for (MapPool row : state.pools()) {
            draft.put(row);
        }
        return draft;
    }

    void put(MapOsd osd) {
        OsdState state =
                new OsdState(osd.osd(), osd.up(), osd.weightFixed16(), osd.affinityFixed16());
        osds.put(osd.osd(), state);
        classes.put(osd.osd(), osd.seat().deviceClass());
    }

    void remove(int osd) {
        osds.remove(osd);
        classes.remove(osd);
    }

    void put(Bucket bucket) {
        buckets.put(bucket.id(), bucket);
    }

    void remove(Bucket bucket) {
        buckets.remove(bucket.id());
    }

    void put(MapPool pool) {
        pools.put(pool.pool(), pool);
    }

    void removePool(long pool) {
        pools.remove(pool);
    }

    Iterable<MapPool> pools() {
        return pools.values();
    }

    Optional<MapPool> pool(long number) {
        return Optional.ofNullable(pools.get(number));
    }

    boolean exists(int osd) {
        return osds.containsKey(osd);
    }

    boolean isUp(int osd) {
        OsdState state = osds.get(osd);
        return state != null && state.isUp();
    }

    /** The OSD map of this draft. */
    OsdMap osdMap() {
        List<Pool> placed = new ArrayList<>();
        for (MapPool pool : pools.values()) {
            placed.add(pool.placed());
        }
        int countMax = osds.isEmpty() ? 0 : osds.lastKey() + 1;
        List<OsdState> states = new ArrayList<>(osds.values());
        return new OsdMap(epoch, countMax, states, placed, Exceptions.NONE);
    }

    /** The CRUSH map of this draft. */
    CrushMap crushMap() {
        List<Device> devices = new ArrayList<>();
        int countMax = osds.isEmpty() ? 0 : osds.lastKey() + 1;
        for (int id = 0; id < countMax; id++) {
            String className = classes.get(id);
            devices.add(
                    className == null
                            ? new Device(id, "device" + id, "")
                            : new Device(id, "osd." + id, className));
        }
        List<Bucket> all = new ArrayList<>(buckets.values());
        return new CrushMap(devices, TYPES, all, rules, Tunables.JEWEL, List.of());
    }

    PgMapper mapper() {
        return new PgMapper(osdMap(), crushMap());
    }
}
