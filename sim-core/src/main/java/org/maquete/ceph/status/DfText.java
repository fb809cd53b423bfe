package org.maquete.ceph.status;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.maquete.ceph.osdmap.Pool;

/** {@code ceph df} and {@code ceph df detail}. */
final class DfText {

    private static final String NO_QUOTA = "N/A";

    private final ClusterSnapshot snapshot;
    private final boolean isDetailed;
    private final TreeMap<String, Space> byClass = new TreeMap<>();

    private DfText(ClusterSnapshot snapshot, boolean isDetailed) {
        this.snapshot = snapshot;
        this.isDetailed = isDetailed;
        OsdTreeView tree = new OsdTreeView(snapshot.crush());
        for (OsdStatus osd : snapshot.osds()) {
            String className = tree.className(osd.id());
            if (!className.isEmpty()) {
                byClass.merge(className, osd.space(), Space::plus);
            }
        }
    }

    static String of(ClusterSnapshot snapshot, boolean isDetailed, Report report) {
        DfText text = new DfText(snapshot, isDetailed);
        return report.isJson() ? text.json(report) : text.tables();
    }

    private String tables() {
        TextTable raw = new TextTable();
        raw.left("CLASS").allRight("SIZE").allRight("AVAIL").allRight("USED");
        raw.allRight("RAW USED").allRight("%RAW USED");
        byClass.forEach((name, space) -> raw(name, space, raw));
        raw("TOTAL", Usage.total(snapshot), raw);
        TextTable pools = new TextTable();
        pools.left("POOL").allRight("ID").allRight("PGS").allRight("STORED");
        if (isDetailed) {
            pools.allRight("(DATA)").allRight("(OMAP)").allRight("OBJECTS").allRight("USED");
            pools.allRight("(DATA)").allRight("(OMAP)").allRight("%USED").allRight("MAX AVAIL");
            pools.allRight("QUOTA OBJECTS").allRight("QUOTA BYTES").allRight("DIRTY");
            pools.allRight("USED COMPR").allRight("UNDER COMPR");
        } else {
            pools.allRight("OBJECTS").allRight("USED").allRight("%USED").allRight("MAX AVAIL");
        }
        for (int i = 0; i < snapshot.pools().size(); i++) {
            pools.row(cells(i));
        }
        return "--- RAW STORAGE ---\n" + raw.text() + " \n--- POOLS ---\n" + pools.text();
    }

    private static void raw(String name, Space space, TextTable table) {
        String used = Units.bytes(space.used());
        String percent = Units.percent(100.0f * ratio(space));
        String size = Units.bytes(space.total());
        table.row(name, size, Units.bytes(space.avail()), used, used, percent);
    }

    private static float ratio(Space space) {
        return space.total() == 0 ? 0 : (float) space.used() / space.total();
    }

    private List<String> cells(int index) {
        Pool pool = snapshot.map().pools().get(index);
        PoolSpace space = PoolSpace.of(snapshot, index);
        List<String> cells = new ArrayList<>();
        cells.add(pool.name());
        cells.add(String.valueOf(pool.id()));
        cells.add(String.valueOf(pool.pgNum()));
        String stored = Units.bytes(space.stored());
        String used = Units.bytes(space.used());
        cells.add(stored);
        if (isDetailed) {
            cells.addAll(List.of(stored, "0 B"));
        }
        cells.add(Units.count(space.objects()));
        cells.add(used);
        if (isDetailed) {
            cells.addAll(List.of(used, "0 B"));
        }
        cells.add(Units.percent(space.usedRatio() * 100.0f));
        cells.add(Units.bytes(space.avail()));
        if (isDetailed) {
            PoolStatus.Quota quota = snapshot.pools().get(index).quota();
            cells.add(quota.objects() == 0 ? NO_QUOTA : Units.count(quota.objects()));
            cells.add(quota.bytes() == 0 ? NO_QUOTA : Units.bytes(quota.bytes()));
            cells.addAll(List.of(NO_QUOTA, "0 B", "0 B"));
        }
        return cells;
    }

    private String json(Report report) {
        JsonText json = report.document().object().object("stats");
        raw(Usage.total(snapshot), json);
        int osdCount = 0;
        for (OsdStatus osd : snapshot.osds()) {
            osdCount += osd.space().equals(Space.NONE) ? 0 : 1;
        }
        boolean isTold =
                snapshot.pools().stream().anyMatch(p -> !p.held().equals(PoolStatus.Held.NONE));
        json.put("num_osds", osdCount).put("num_per_pool_osds", isTold ? osdCount : 0);
        json.put("num_per_pool_omap_osds", isTold ? osdCount : 0).end().object("stats_by_class");
        byClass.forEach((name, space) -> {
            json.object(name);
            raw(space, json);
            json.end();
        });
        json.end().list("pools");
        for (int i = 0; i < snapshot.pools().size(); i++) {
            pool(i, json);
        }
        return json.end().end().text() + "\n";
    }

    private static void raw(Space space, JsonText json) {
        json.put("total_bytes", space.total()).put("total_avail_bytes", space.avail());
        json.put("total_used_bytes", space.used()).put("total_used_raw_bytes", space.used());
        json.put("total_used_raw_ratio", (double) ratio(space));
    }

    private void pool(int index, JsonText json) {
        Pool pool = snapshot.map().pools().get(index);
        PoolStatus status = snapshot.pools().get(index);
        PoolSpace space = PoolSpace.of(snapshot, index);
        json.object().put("name", pool.name()).put("id", pool.id()).object("stats");
        json.put("stored", space.stored());
        if (isDetailed) {
            json.put("stored_data", space.stored()).put("stored_omap", 0);
        }
        json.put("objects", space.objects()).put("kb_used", (space.used() + 1023) >> 10);
        json.put("bytes_used", space.used());
        if (isDetailed) {
            json.put("data_bytes_used", space.used()).put("omap_bytes_used", 0);
        }
        json.put("percent_used", (double) space.usedRatio()).put("max_avail", space.avail());
        if (isDetailed) {
            PoolStatus.Traffic traffic = status.traffic();
            json.put("quota_objects", status.quota().objects());
            json.put("quota_bytes", status.quota().bytes()).put("dirty", 0);
            json.put("rd", traffic.reads()).put("rd_bytes", traffic.readBytes());
            json.put("wr", traffic.writes()).put("wr_bytes", traffic.writtenBytes());
            json.put("compress_bytes_used", 0).put("compress_under_bytes", 0);
            json.put("stored_raw", space.storedRaw()).put("avail_raw", space.rawAvail());
        }
        json.end().end();
    }
}
