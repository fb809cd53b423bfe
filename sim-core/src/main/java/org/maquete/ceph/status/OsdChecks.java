package org.maquete.ceph.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.maquete.ceph.crush.Bucket;
import org.maquete.ceph.osdmap.OsdMap;
import org.maquete.ceph.osdmap.OsdState;

/** Checks of OSDs: down, alone or with all of their host, rack or root; full; flags of the map. */
final class OsdChecks {

    // 3, OSDs: Ceph 16.2, osd_pool_default_size
    private static final int DEFAULT_SIZE = 3;

    private final OsdMap map;
    private final OsdTreeView tree;
    private final TreeSet<Integer> upOsds = new TreeSet<>();
    private final TreeSet<Integer> newOsds = new TreeSet<>(); // never up yet: nobody misses them
    private final TreeSet<Integer> upBuckets = new TreeSet<>();
    private final TreeSet<Integer> downBuckets = new TreeSet<>();

    private OsdChecks(ClusterSnapshot snapshot) {
        this.map = snapshot.map();
        this.tree = new OsdTreeView(snapshot.crush());
        for (OsdState osd : map.osds()) {
            if (osd.isUp()) {
                upOsds.add(osd.id());
            }
        }
        for (OsdStatus osd : snapshot.osds()) {
            if (osd.isNew()) {
                newOsds.add(osd.id());
            }
        }
    }

    static void add(ClusterSnapshot snapshot, List<HealthCheck> checks) {
        new OsdChecks(snapshot).down(checks);
        full(snapshot, checks);
        flags(snapshot, checks);
        int osdCount = snapshot.map().osds().size();
        if (osdCount < DEFAULT_SIZE) {
            String text = "OSD count " + osdCount + " < osd_pool_default_size " + DEFAULT_SIZE;
            checks.add(
                    new HealthCheck(
                            "TOO_FEW_OSDS", HealthStatus.WARN, text, osdCount, List.of(text)));
        }
    }

    private void down(List<HealthCheck> checks) {
        List<String> details = new ArrayList<>();
        for (OsdState osd : map.osds()) {
            if (!osd.isUp() && osd.weightFixed16() > 0 && !newOsds.contains(osd.id())) {
                details.add("osd." + osd.id() + " (" + tree.location(osd.id()) + ") is down");
                climb(osd.id());
            }
        }
        if (details.isEmpty()) {
            return;
        }
        String text = details.size() + " osds down";
        checks.add(new HealthCheck("OSD_DOWN", HealthStatus.WARN, text, details.size(), details));
        TreeMap<Integer, List<Bucket>> byType = new TreeMap<>();
        for (int id : downBuckets.descendingSet()) {
            Bucket bucket = tree.bucket(id);
            byType.computeIfAbsent(bucket.type(), _ -> new ArrayList<>()).add(bucket);
        }
        byType.values().forEach(buckets -> checks.add(subtrees(buckets)));
    }

    /** Finds the buckets above an OSD in which nothing is up. */
    private void climb(int osd) {
        int at = osd;
        while (tree.hasParent(at)) {
            at = tree.parent(at);
            if (!isDown(at)) {
                return;
            }
        }
    }

    private boolean isDown(int id) {
        if (id >= 0) {
            return !upOsds.contains(id);
        }
        if (downBuckets.contains(id) || upBuckets.contains(id)) {
            return downBuckets.contains(id);
        }
        boolean isDown = tree.bucket(id).items().stream().allMatch(this::isDown);
        (isDown ? downBuckets : upBuckets).add(id);
        return isDown;
    }

    private HealthCheck subtrees(List<Bucket> buckets) {
        String type = tree.typeName(buckets.getFirst());
        List<String> details = new ArrayList<>();
        int osdCount = 0;
        for (Bucket bucket : buckets) {
            int own = osdCount(bucket);
            osdCount += own;
            String where = " (" + tree.location(bucket.id()) + ")";
            details.add(type + " " + bucket.name() + where + " (" + own + " osds) is down");
        }
        String what = buckets.size() + " " + type + (buckets.size() > 1 ? "s" : "");
        return new HealthCheck(
                "OSD_" + type.toUpperCase(Locale.ROOT) + "_DOWN",
                HealthStatus.WARN,
                what + " (" + osdCount + " osds) down",
                buckets.size(),
                details);
    }

    private int osdCount(Bucket bucket) {
        return bucket.items().stream()
                .map(item -> item >= 0 ? 1 : osdCount(tree.bucket(item)))
                .sum();
    }

    private static void full(ClusterSnapshot snapshot, List<HealthCheck> checks) {
        full(snapshot, Fullness.FULL, "full", checks);
        full(snapshot, Fullness.BACKFILLFULL, "backfill full", checks);
        full(snapshot, Fullness.NEARFULL, "near full", checks);
    }

    private static void full(
            ClusterSnapshot snapshot, Fullness level, String words, List<HealthCheck> checks) {
        List<String> details = new ArrayList<>();
        for (OsdStatus osd : snapshot.osds()) {
            if (osd.fullness() == level) {
                details.add("osd." + osd.id() + " is " + words);
            }
        }
        if (!details.isEmpty()) {
            String code = "OSD_" + level.flag().toUpperCase(Locale.ROOT);
            HealthStatus severity = level == Fullness.FULL ? HealthStatus.ERR : HealthStatus.WARN;
            String text = details.size() + " " + level.flag() + " osd(s)";
            checks.add(new HealthCheck(code, severity, text, details.size(), details));
        }
    }

    private static void flags(ClusterSnapshot snapshot, List<HealthCheck> checks) {
        String flags =
                snapshot.settings().flags().stream()
                        .filter(MapFlag::warns)
                        .map(MapFlag::word)
                        .collect(Collectors.joining(","));
        if (!flags.isEmpty()) {
            String text = flags + " flag(s) set";
            // The real count is the length of the flags' text.
            int count = flags.length();
            checks.add(new HealthCheck("OSDMAP_FLAGS", HealthStatus.WARN, text, count, List.of()));
        }
    }
}
