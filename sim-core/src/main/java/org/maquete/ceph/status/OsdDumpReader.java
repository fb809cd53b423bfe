package org.maquete.ceph.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.ceph.crush.JsonPart;
import org.maquete.ceph.osdmap.PgId;
import org.maquete.ceph.status.PoolStatus.Traffic;
import org.maquete.world.Ints;

/** Reads from {@code osd dump} and {@code pg dump} what does not decide placement. */
final class OsdDumpReader {

    private static final String EDITED = "Maybe the document was edited or cut.";

    private final JsonPart dump;
    private final JsonPart pgMap;

    OsdDumpReader(JsonPart dump, JsonPart pgMap) {
        this.dump = dump;
        this.pgMap = pgMap;
    }

    private static long whole(JsonPart part) {
        return part.whole(0, Long.MAX_VALUE);
    }

    private static int number(JsonPart part) {
        return (int) part.whole(-1, Integer.MAX_VALUE);
    }

    MapStamps stamps() {
        return new MapStamps(
                Moments.read(dump.at("created")),
                Moments.read(dump.at("modified")),
                Moments.read(dump.at("last_up_change")),
                Moments.read(dump.at("last_in_change")));
    }

    MapSettings settings() {
        List<MapFlag> flags = new ArrayList<>();
        for (String word : dump.at("flags").text().split(",", -1)) {
            Optional<MapFlag> flag = MapFlag.named(word);
            flag.ifPresent(flags::add);
            if (flag.isEmpty()) {
                dump.at("flags").flaw("known flags", word, EDITED);
            }
        }
        List<MapSettings.EcProfile> profiles = new ArrayList<>();
        for (Map.Entry<String, JsonPart> each : dump.at("erasure_code_profiles").entries()) {
            profiles.add(new MapSettings.EcProfile(each.getKey(), named(each.getValue())));
        }
        return new MapSettings(
                flags,
                new MapSettings.FullRatios(
                        ratio("nearfull_ratio"), ratio("backfillfull_ratio"), ratio("full_ratio")),
                profiles,
                named(dump.at("blocklist")),
                number(dump.at("crush_version")));
    }

    private static List<Named> named(JsonPart part) {
        List<Named> list = new ArrayList<>();
        for (Map.Entry<String, JsonPart> each : part.entries()) {
            list.add(new Named(each.getKey(), each.getValue().optionalText()));
        }
        return list;
    }

    private float ratio(String name) {
        return (float) dump.at(name).node().asDouble(0);
    }

    List<OsdStatus> osds() {
        TreeMap<Integer, Space> spaces = new TreeMap<>();
        for (JsonPart stat : pgMap.at("osd_stats").list()) {
            JsonPart fs = stat.at("statfs");
            long total = whole(fs.at("total"));
            long avail = whole(fs.at("available"));
            long used = total - avail - whole(fs.at("internally_reserved"));
            long data = whole(fs.at("allocated"));
            long omap = whole(fs.at("omap_allocated"));
            long meta = whole(fs.at("internal_metadata"));
            spaces.put(number(stat.at("osd")), new Space(total, used, avail, data, omap, meta));
        }
        TreeMap<Integer, JsonPart> notes = new TreeMap<>();
        dump.at("osd_xinfo").list().forEach(each -> notes.put(number(each.at("osd")), each));
        TreeMap<Integer, OsdStatus> osds = new TreeMap<>();
        for (JsonPart osd : dump.at("osds").list()) {
            int id = number(osd.at("osd"));
            JsonPart note = notes.getOrDefault(id, dump.at("osd_xinfo"));
            osds.put(id, osd(id, osd, note, spaces.getOrDefault(id, Space.NONE)));
        }
        return List.copyOf(osds.sequencedValues());
    }

    private static OsdStatus osd(int id, JsonPart osd, JsonPart note, Space space) {
        List<String> states = new ArrayList<>();
        osd.at("state").list().forEach(each -> states.add(each.text()));
        Fullness fullness = Fullness.ROOMY;
        for (Fullness each : Fullness.values()) {
            fullness = states.contains(each.flag()) ? each : fullness;
        }
        OsdStatus.Life life =
                new OsdStatus.Life(
                        number(osd.at("up_from")),
                        number(osd.at("up_thru")),
                        number(osd.at("down_at")),
                        number(osd.at("lost_at")),
                        number(osd.at("last_clean_begin")),
                        number(osd.at("last_clean_end")),
                        Moments.read(note.at("down_stamp")));
        OsdStatus.Past past =
                new OsdStatus.Past(
                        note.at("laggy_probability").node().asDouble(0),
                        number(note.at("laggy_interval")),
                        number(note.at("old_weight")),
                        Moments.read(note.at("last_purged_snaps_scrub")),
                        number(note.at("dead_epoch")));
        OsdStatus.Listening listening =
                new OsdStatus.Listening(
                        endpoint(osd.at("public_addrs")),
                        endpoint(osd.at("cluster_addrs")),
                        endpoint(osd.at("heartbeat_back_addrs")),
                        endpoint(osd.at("heartbeat_front_addrs")));
        String uuid = osd.at("uuid").text();
        boolean isNew = states.contains("new");
        return new OsdStatus(id, uuid, isNew, fullness, space, life, past, listening);
    }

    /** An address of two ports. */
    static Endpoint endpoint(JsonPart part) {
        Endpoint endpoint = Endpoint.NONE;
        for (JsonPart each : part.at("addrvec").list()) {
            String text = each.at("addr").text();
            int colon = text.lastIndexOf(':');
            if (!text.matches(".*:[0-9]{1,5}")) {
                each.flaw("an address and a port", text, EDITED);
                continue;
            }
            int port = Integer.parseInt(text.substring(colon + 1));
            boolean isSecond = each.at("type").text().equals("v2");
            endpoint =
                    new Endpoint(
                            text.substring(0, colon),
                            isSecond ? port : endpoint.portV2(),
                            isSecond ? endpoint.portV1() : port,
                            each.at("nonce").whole(0, Long.MAX_VALUE));
        }
        return endpoint;
    }

    List<PoolStatus> pools() {
        TreeMap<Long, JsonPart> stats = new TreeMap<>();
        pgMap.at("pool_stats").list().forEach(each -> stats.put(whole(each.at("poolid")), each));
        TreeMap<Long, PoolStatus> pools = new TreeMap<>();
        for (JsonPart pool : dump.at("pools").list()) {
            long id = whole(pool.at("pool"));
            JsonPart stat = stats.get(id);
            pools.put(id, pool(id, pool, Optional.ofNullable(stat)));
        }
        return List.copyOf(pools.sequencedValues());
    }

    private static PoolStatus pool(long id, JsonPart pool, Optional<JsonPart> stat) {
        List<String> uses = new ArrayList<>();
        pool.at("application_metadata").entries().forEach(each -> uses.add(each.getKey()));
        List<String> flags = List.of(pool.at("flags_names").optionalText().split(",", -1));
        Fullness fullness = Fullness.ROOMY;
        for (Fullness each : Fullness.values()) {
            fullness = flags.contains(each.flag()) ? each : fullness;
        }
        JsonPart options = pool.at("options");
        PoolStatus.Scaling scaling =
                new PoolStatus.Scaling(
                        pool.at("pg_autoscale_mode").text(),
                        number(pool.at("pg_num_target")),
                        (int) options.at("pg_num_min").whole(0, Integer.MAX_VALUE, 0),
                        (int) options.at("pg_num_max").whole(0, Integer.MAX_VALUE, 0),
                        options.at("target_size_bytes").whole(0, Long.MAX_VALUE, 0),
                        options.at("target_size_ratio").node().asDouble(0),
                        (whole(pool.at("flags")) & PoolText.BULK) != 0);
        PoolStatus.Quota quota =
                new PoolStatus.Quota(
                        whole(pool.at("quota_max_objects")), whole(pool.at("quota_max_bytes")));
        String changed = pool.at("last_change").text();
        PoolStatus.Age age =
                new PoolStatus.Age(
                        Moments.read(pool.at("create_time")),
                        changed.matches("[0-9]{1,9}") ? Integer.parseInt(changed) : 0);
        return new PoolStatus(
                id,
                uses,
                pool.at("erasure_code_profile").optionalText(),
                number(pool.at("stripe_width")),
                scaling,
                fullness,
                flags.contains("full_quota"),
                quota,
                stat.map(OsdDumpReader::held).orElse(PoolStatus.Held.NONE),
                stat.map(OsdDumpReader::traffic).orElse(Traffic.NONE),
                age);
    }

    private static PoolStatus.Held held(JsonPart stat) {
        JsonPart store = stat.at("store_stats");
        return new PoolStatus.Held(whole(store.at("allocated")), whole(store.at("data_stored")));
    }

    private static Traffic traffic(JsonPart stat) {
        JsonPart sum = stat.at("stat_sum");
        return new Traffic(
                whole(sum.at("num_read")),
                whole(sum.at("num_read_kb")) * 1024,
                whole(sum.at("num_write")),
                whole(sum.at("num_write_kb")) * 1024);
    }

    PgTable pgs() {
        List<JsonPart> list = pgMap.at("pg_stats").list();
        PgTable.Builder table = new PgTable.Builder(list.size());
        for (JsonPart pg : list) {
            Optional<PgId> id = PgId.parse(pg.at("pgid").text());
            Optional<Long> states = PgState.parse(pg.at("state").text());
            if (id.isEmpty() || states.isEmpty()) {
                String found = pg.at("pgid").text() + " " + pg.at("state").text();
                pg.flaw("a placement group and its states", found, EDITED);
                continue;
            }
            PgPlace place =
                    new PgPlace(
                            osds(pg.at("up")),
                            number(pg.at("up_primary")),
                            osds(pg.at("acting")),
                            number(pg.at("acting_primary")));
            table.add(id.get(), states.get(), place, counts(pg.at("stat_sum")), stamps(pg));
        }
        return table.build();
    }

    private static Ints osds(JsonPart part) {
        return Ints.of(part.list().stream().mapToInt(OsdDumpReader::number).toArray());
    }

    private static PgCounts counts(JsonPart sum) {
        return new PgCounts(
                whole(sum.at("num_objects")),
                whole(sum.at("num_bytes")),
                whole(sum.at("num_object_copies")),
                whole(sum.at("num_objects_degraded")),
                whole(sum.at("num_objects_misplaced")),
                whole(sum.at("num_objects_unfound")));
    }

    private static PgStamps stamps(JsonPart pg) {
        return new PgStamps(
                Moments.read(pg.at("last_active")),
                Moments.read(pg.at("last_peered")),
                Moments.read(pg.at("last_clean")),
                Moments.read(pg.at("last_fullsized")),
                Moments.read(pg.at("last_undegraded")),
                Moments.read(pg.at("last_unstale")),
                Moments.read(pg.at("last_change")));
    }
}
