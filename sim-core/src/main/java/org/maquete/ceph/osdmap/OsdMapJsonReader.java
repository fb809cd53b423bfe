package org.maquete.ceph.osdmap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.ceph.crush.CrushMapper;
import org.maquete.ceph.crush.CrushRule;
import org.maquete.ceph.crush.Flaw;
import org.maquete.ceph.crush.JsonPart;
import org.maquete.world.Ints;

/** Reads what {@code ceph osd dump --format json} and {@code osdmaptool --dump json} print. */
public final class OsdMapJsonReader {

    private static final String WHAT = "the JSON of \"ceph osd dump --format json\"";
    private static final int OSD_MAX = 1_000_000; // <count>: GUESS, far above the largest clusters
    private static final int PG_MAX = 1 << 20; // <count>: GUESS, far above the largest clusters
    private static final int SIZE_MAX = 255; // <count>: Ceph 16.2, a pool's size is a byte
    private static final String EDITED = "Maybe the document was edited or cut.";

    private final List<Flaw> flaws = new ArrayList<>();
    private final TreeMap<Integer, OsdState> osds = new TreeMap<>();
    private final TreeMap<Long, Pool> pools = new TreeMap<>();
    private int osdCountMax;

    private OsdMapJsonReader() {}

    /** Reads a document. */
    public static OsdMapReading read(String text) {
        OsdMapJsonReader reader = new OsdMapJsonReader();
        Optional<JsonPart> root = JsonPart.document(text, WHAT, reader.flaws);
        Optional<OsdMap> map = root.map(reader::document);
        return new OsdMapReading(reader.flaws.isEmpty() ? map : Optional.empty(), reader.flaws);
    }

    private OsdMap document(JsonPart root) {
        int epoch = (int) root.at("epoch").whole(0, Integer.MAX_VALUE);
        osdCountMax = (int) root.at("max_osd").whole(0, OSD_MAX);
        root.at("osds").list().forEach(this::osd);
        root.at("pools").list().forEach(this::pool);
        long groups = pools.values().stream().mapToLong(Pool::pgNum).sum();
        if (groups > PG_MAX) {
            root.at("pools").flaw("at most " + PG_MAX + " groups in all", "" + groups, EDITED);
        }
        List<Exceptions.Items> items = new ArrayList<>();
        for (JsonPart each : root.at("pg_upmap_items").optionalList()) {
            List<JsonPart> mappings = each.at("mappings").list();
            int[] pairs = new int[2 * mappings.size()];
            for (int i = 0; i < mappings.size(); i++) {
                pairs[2 * i] = osdNumber(mappings.get(i).at("from"));
                pairs[2 * i + 1] = osdNumber(mappings.get(i).at("to"));
            }
            pg(each.at("pgid")).ifPresent(p -> items.add(new Exceptions.Items(p, Ints.of(pairs))));
        }
        Exceptions exceptions =
                new Exceptions(
                        sets(root.at("pg_upmap")),
                        items,
                        sets(root.at("pg_temp")),
                        primaries(root.at("primary_temp").optionalList()));
        return new OsdMap(
                epoch,
                osdCountMax,
                List.copyOf(osds.sequencedValues()),
                List.copyOf(pools.sequencedValues()),
                exceptions);
    }

    private void osd(JsonPart part) {
        int before = flaws.size();
        int id = (int) part.at("osd").whole(0, Math.max(0, osdCountMax - 1));
        boolean hasId = flaws.size() == before;
        boolean isUp = part.at("up").whole(0, 1) == 1;
        int weight = part.at("weight").fixed16(1);
        int affinity =
                part.has("primary_affinity")
                        ? part.at("primary_affinity").fixed16(1)
                        : OsdState.ONE;
        if (hasId && osds.put(id, new OsdState(id, isUp, weight, affinity)) != null) {
            part.flaw("each OSD once", "osd." + id + " again", EDITED);
        }
    }

    private void pool(JsonPart part) {
        int before = flaws.size();
        long id = part.at("pool").whole(0, Integer.MAX_VALUE);
        boolean hasId = flaws.size() == before;
        int type = (int) part.at("type").whole(1, 3);
        if (type != CrushRule.REPLICATED && type != CrushRule.ERASURE) {
            String advice = "Maybe the document is not of a Ceph from 0.94 on.";
            part.at("type").flaw("1 (replicated) or 3 (erasure)", "" + type, advice);
        }
        long flags = part.at("flags").whole(0, Long.MAX_VALUE);
        Pool pool =
                new Pool(
                        id,
                        part.at("pool_name").text(),
                        type,
                        (int) part.at("size").whole(1, SIZE_MAX),
                        (int) part.at("min_size").whole(0, SIZE_MAX),
                        (int) part.at("crush_rule").whole(0, SIZE_MAX),
                        (int) part.at("object_hash").whole(Pool.HASH_LINUX, Pool.HASH_RJENKINS),
                        (int) part.at("pg_num").whole(1, PG_MAX),
                        (int) part.at("pg_placement_num").whole(1, PG_MAX),
                        (flags & 1) != 0);
        if (hasId && pools.put(id, pool) != null) {
            part.flaw("each pool once", "pool " + id + " again", EDITED);
        }
    }

    private Optional<PgId> pg(JsonPart part) {
        String text = part.node().asString("");
        Optional<PgId> pg = PgId.parse(text);
        if (pg.isEmpty()) {
            part.flaw("a placement group such as 2.1f", part.node().toString(), EDITED);
        }
        return pg;
    }

    private static int osdNumber(JsonPart part) {
        long osd = part.whole(-1, CrushMapper.NONE);
        if (osd >= OSD_MAX && osd != CrushMapper.NONE) {
            part.flaw("the number of an OSD", "" + osd, EDITED);
        }
        return (int) osd;
    }

    private List<Exceptions.Osds> sets(JsonPart list) {
        List<Exceptions.Osds> sets = new ArrayList<>();
        for (JsonPart each : list.optionalList()) {
            int[] osds =
                    each.at("osds").list().stream().mapToInt(OsdMapJsonReader::osdNumber).toArray();
            pg(each.at("pgid")).ifPresent(p -> sets.add(new Exceptions.Osds(p, Ints.of(osds))));
        }
        return sets;
    }

    /** A list of objects, or of a group and an OSD in turn: 16.2 forgets to open the objects. */
    private List<Exceptions.Primary> primaries(List<JsonPart> list) {
        List<Exceptions.Primary> primaries = new ArrayList<>();
        boolean isFlat = !list.isEmpty() && !list.getFirst().node().isObject();
        if (isFlat && list.size() % 2 != 0) {
            list.getLast().flaw("an OSD after each group", "nothing", EDITED);
            return List.of();
        }
        for (int i = 0; i < list.size(); i += isFlat ? 2 : 1) {
            JsonPart group = isFlat ? list.get(i) : list.get(i).at("pgid");
            JsonPart osd = isFlat ? list.get(i + 1) : list.get(i).at("osd");
            int number = osdNumber(osd);
            pg(group).ifPresent(p -> primaries.add(new Exceptions.Primary(p, number)));
        }
        primaries.sort(Comparator.comparing(Exceptions.Primary::pg));
        return List.copyOf(primaries);
    }
}
