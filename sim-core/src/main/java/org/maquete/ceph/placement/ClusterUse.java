package org.maquete.ceph.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.ceph.crush.Flaw;
import org.maquete.ceph.crush.JsonPart;
import org.maquete.ceph.osdmap.OsdMap;
import org.maquete.ceph.osdmap.PgId;
import org.maquete.ceph.osdmap.Pool;

/**
 * What a cluster holds: objects and bytes of each group, size and use of each OSD. From what {@code
 * ceph pg dump --format json} tells; {@code ceph df} tells it by pool and is spread evenly over the
 * groups; {@code ceph osd df} tells of OSDs; {@code pg dump pgs_brief} tells neither.
 */
public final class ClusterUse {

    private static final long KIB = 1024; // <bytes>: kb_ fields of Ceph 16.2 are KiB
    private static final double FULL_RATIO = 0.95; // <part>: Ceph 16.2, mon_osd_full_ratio

    private final TreeMap<Long, long[]> objectsByPool = new TreeMap<>();
    private final TreeMap<Long, long[]> bytesByPool = new TreeMap<>();
    private final TreeMap<Integer, Space> spaceByOsd = new TreeMap<>();
    private final TreeMap<Long, Integer> shardsByPool = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();
    private final OsdMap map;
    private double fullRatio = FULL_RATIO;

    /** An OSD's size and how much of it is used and free. */
    public record Space(long bytes, long usedBytes, long freeBytes) {}

    private ClusterUse(OsdMap map) {
        this.map = map;
    }

    /** A document and its name, for messages. */
    public record Document(String name, String text) {}

    /**
     * Reads it.
     *
     * @param map of the same cluster
     * @param osdDump the text it was read from: tells the shards of erasure codes
     */
    public static ClusterUse read(
            OsdMap map, String osdDump, List<Document> documents, List<Flaw> flaws) {
        ClusterUse use = new ClusterUse(map);
        List<Flaw> ignored = new ArrayList<>(); // the reader of the map has told them
        JsonPart.document(osdDump, "an OSD map", ignored).ifPresent(use::profiles);
        for (Document document : documents) {
            List<Flaw> own = new ArrayList<>();
            String what = "JSON of ceph pg dump, ceph df or ceph osd df";
            JsonPart.document(document.text(), what, own).ifPresent(use::document);
            for (Flaw flaw : own) {
                String place = document.name() + ": " + flaw.place();
                flaws.add(new Flaw(place, flaw.expected(), flaw.found(), flaw.advice()));
            }
        }
        if (use.bytesByPool.isEmpty()) {
            use.notes.add(
                    "objects and bytes are unknown: add --pgs FILE, made with"
                            + " ceph pg dump --format json, or ceph df --format json");
        }
        return use;
    }

    /** Nothing known beyond the map. */
    public static ClusterUse unknown(OsdMap map, String osdDump) {
        return read(map, osdDump, List.of(), new ArrayList<>());
    }

    private void profiles(JsonPart root) {
        if (root.has("full_ratio")) {
            fullRatio = root.node().path("full_ratio").asDouble(FULL_RATIO);
        }
        for (JsonPart pool : root.at("pools").optionalList()) {
            String name = pool.node().path("erasure_code_profile").asString("");
            String k = root.node().path("erasure_code_profiles").path(name).path("k").asString("");
            if (!name.isEmpty() && k.matches("[1-9][0-9]?")) {
                shardsByPool.put(pool.node().path("pool").asLong(-1), Integer.parseInt(k));
            }
        }
    }

    private void document(JsonPart root) {
        JsonPart groups = root.has("pg_map") ? root.at("pg_map") : root;
        if (groups.has("pg_stats")) {
            groups.at("pg_stats").list().forEach(this::group);
            groups.at("osd_stats").optionalList().forEach(this::space);
        } else if (root.has("pools")) {
            root.at("pools").list().forEach(this::pool);
        } else if (root.has("nodes")) {
            root.at("nodes").list().stream()
                    .filter(n -> n.node().path("id").asInt(-1) >= 0)
                    .forEach(this::node);
        } else {
            String expected = "pg_stats (of ceph pg dump), pools (of ceph df) or nodes (of osd df)";
            root.flaw(expected, "none of them", "Maybe it is another document.");
        }
    }

    private void group(JsonPart part) {
        Optional<PgId> pg = PgId.parse(part.at("pgid").text());
        Optional<Pool> pool = pg.flatMap(p -> map.pool(p.pool()));
        if (pg.isEmpty() || pool.isEmpty() || pg.get().seed() >= pool.get().pgNum()) {
            String found = part.node().path("pgid").asString("");
            part.flaw("a group of the OSD map", found, "Maybe the two are not of one moment.");
            return;
        }
        if (!part.has("stat_sum")) {
            return; // pgs_brief
        }
        JsonPart sum = part.at("stat_sum");
        put(objectsByPool, pool.get(), pg.get().seed(), sum.at("num_objects"));
        put(bytesByPool, pool.get(), pg.get().seed(), sum.at("num_bytes"));
    }

    private static void put(TreeMap<Long, long[]> all, Pool pool, int seed, JsonPart number) {
        long value = number.whole(0, Long.MAX_VALUE);
        all.computeIfAbsent(pool.id(), _ -> new long[pool.pgNum()])[seed] = value;
    }

    private void pool(JsonPart part) {
        long id = part.at("id").whole(0, Integer.MAX_VALUE);
        Optional<Pool> pool = map.pool(id);
        if (pool.isEmpty()) {
            part.flaw("a pool of the OSD map", "" + id, "Maybe the two are not of one moment.");
            return;
        }
        JsonPart stats = part.at("stats");
        long objects = stats.at("objects").whole(0, Long.MAX_VALUE);
        long bytes = stats.at("stored").whole(0, Long.MAX_VALUE);
        int count = pool.get().pgNum();
        if (!objectsByPool.containsKey(id)) {
            objectsByPool.put(id, even(objects, count));
            bytesByPool.put(id, even(bytes, count));
            notes.add("pool " + pool.get().name() + ": ceph df, spread evenly over its groups");
        }
    }

    private static long[] even(long total, int count) {
        long[] parts = new long[count];
        for (int i = 0; i < count; i++) {
            parts[i] = share(total, i, count);
        }
        return parts;
    }

    /** The i-th of some equal parts of a number; together they are the number. */
    static long share(long total, int i, int count) {
        long each = total / count;
        long left = total % count;
        return each + (left * (i + 1) / count - left * i / count);
    }

    private void space(JsonPart part) {
        int osd = (int) part.at("osd").whole(0, Integer.MAX_VALUE);
        space(part, osd);
    }

    private void node(JsonPart part) {
        int osd = (int) part.at("id").whole(0, Integer.MAX_VALUE);
        space(part, osd);
    }

    private void space(JsonPart part, int osd) {
        long bytes = part.at("kb").whole(0, Long.MAX_VALUE / KIB) * KIB;
        long used = part.at("kb_used").whole(0, Long.MAX_VALUE / KIB) * KIB;
        long free = part.at("kb_avail").whole(0, Long.MAX_VALUE / KIB) * KIB;
        if (bytes > 0) {
            spaceByOsd.put(osd, new Space(bytes, used, free));
        }
    }

    /** Whether objects and bytes are known. */
    public boolean isKnown() {
        return !bytesByPool.isEmpty();
    }

    /** Objects of a group. */
    public long objects(long pool, int seed) {
        long[] all = objectsByPool.get(pool);
        return all == null || seed >= all.length ? 0 : all[seed];
    }

    /** Bytes of a group, counted once. */
    public long bytes(long pool, int seed) {
        long[] all = bytesByPool.get(pool);
        return all == null || seed >= all.length ? 0 : all[seed];
    }

    /** In how many pieces the bytes are that one copy or shard has one of. */
    public int shards(Pool pool) {
        // An erasure code without its profile: k as its default min_size tells.
        int guessed = pool.shifts() ? 1 : Math.max(1, pool.minSize() - 1);
        return pool.shifts() ? 1 : shardsByPool.getOrDefault(pool.id(), guessed);
    }

    /** Whether sizes of OSDs are known. */
    public boolean hasSpaces() {
        return !spaceByOsd.isEmpty();
    }

    /** Size and use of an OSD, if known. */
    public Optional<Space> space(int osd) {
        return Optional.ofNullable(spaceByOsd.get(osd));
    }

    public double fullRatio() {
        return fullRatio;
    }

    /** What a person should know about these figures. */
    public List<String> notes() {
        return List.copyOf(notes);
    }
}
