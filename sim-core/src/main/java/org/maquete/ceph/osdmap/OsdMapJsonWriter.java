package org.maquete.ceph.osdmap;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the parts of {@code ceph osd dump --format json} that decide where objects go, under its
 * keys. {@code primary_temp} is the flat list that Ceph 16.2 writes.
 */
public final class OsdMapJsonWriter {

    private OsdMapJsonWriter() {}

    /** The document, on one line. */
    public static String write(OsdMap map) {
        ObjectNode root = JsonMapper.builder().build().createObjectNode();
        root.put("epoch", map.epoch()).put("max_osd", map.osdCountMax());
        ArrayNode pools = root.putArray("pools");
        map.pools().forEach(pool -> pool(pool, pools.addObject()));
        ArrayNode osds = root.putArray("osds");
        map.osds().forEach(osd -> osd(osd, osds.addObject()));
        Exceptions exceptions = map.exceptions();
        ArrayNode upmaps = root.putArray("pg_upmap");
        exceptions.upmaps().forEach(e -> set(e, upmaps.addObject()));
        ArrayNode items = root.putArray("pg_upmap_items");
        exceptions.upmapItems().forEach(e -> items(e, items.addObject()));
        ArrayNode temps = root.putArray("pg_temp");
        exceptions.temps().forEach(e -> set(e, temps.addObject()));
        ArrayNode primaries = root.putArray("primary_temp");
        exceptions.primaryTemps().forEach(e -> primaries.add(e.pg().toString()).add(e.osd()));
        return root.toString();
    }

    private static void pool(Pool pool, ObjectNode node) {
        node.put("pool", pool.id())
                .put("pool_name", pool.name())
                .put("flags", pool.hashesPool() ? 1 : 0)
                .put("flags_names", pool.hashesPool() ? "hashpspool" : "")
                .put("type", pool.type())
                .put("size", pool.size())
                .put("min_size", pool.minSize())
                .put("crush_rule", pool.crushRule())
                .put("object_hash", pool.objectHash())
                .put("pg_num", pool.pgNum())
                .put("pg_placement_num", pool.pgpNum());
    }

    private static void osd(OsdState osd, ObjectNode node) {
        node.put("osd", osd.id())
                .put("up", osd.isUp() ? 1 : 0)
                .put("in", osd.weightFixed16() > 0 ? 1 : 0);
        fraction(node, "weight", osd.weightFixed16());
        fraction(node, "primary_affinity", osd.affinityFixed16());
        ArrayNode state = node.putArray("state").add("exists");
        if (osd.isUp()) {
            state.add("up");
        }
    }

    private static void fraction(ObjectNode node, String key, int fixed16) {
        if (fixed16 % OsdState.ONE == 0) {
            node.put(key, fixed16 / OsdState.ONE);
        } else {
            node.put(key, fixed16 / (double) OsdState.ONE);
        }
    }

    private static void set(Exceptions.Osds set, ObjectNode node) {
        ArrayNode osds = node.put("pgid", set.pg().toString()).putArray("osds");
        set.osds().stream().forEach(osds::add);
    }

    private static void items(Exceptions.Items items, ObjectNode node) {
        ArrayNode mappings = node.put("pgid", items.pg().toString()).putArray("mappings");
        for (int i = 0; i < items.pairs().count(); i += 2) {
            mappings.addObject()
                    .put("from", items.pairs().get(i))
                    .put("to", items.pairs().get(i + 1));
        }
    }
}
