package org.maquete.ceph.status;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.maquete.ceph.crush.StreamNumber;
import org.maquete.ceph.osdmap.Exceptions;
import org.maquete.ceph.osdmap.OsdMap;
import org.maquete.ceph.osdmap.OsdState;
import org.maquete.ceph.osdmap.Pool;

/** {@code ceph osd dump}. */
final class OsdDump {

    private static final double ONE = OsdState.ONE;
    // The features of an OSD: Ceph 16.2.15, seen.
    private static final long FEATURES = 4540138314316775423L;

    private final ClusterSnapshot snapshot;
    private final OsdMap map;

    private OsdDump(ClusterSnapshot snapshot) {
        this.snapshot = snapshot;
        this.map = snapshot.map();
    }

    static String of(ClusterSnapshot snapshot, Report report) {
        OsdDump dump = new OsdDump(snapshot);
        return report.isJson() ? dump.json(report) : dump.text();
    }

    private String text() {
        MapSettings settings = snapshot.settings();
        List<String> lines = new ArrayList<>();
        lines.add("epoch " + map.epoch());
        lines.add("fsid " + snapshot.fsid());
        lines.add("created " + DateText.of(snapshot.stamps().created()));
        lines.add("modified " + DateText.of(snapshot.stamps().modified()));
        lines.add("flags " + flags());
        lines.add("crush_version " + settings.crushVersion());
        lines.add("full_ratio " + StreamNumber.of(settings.ratios().full()));
        lines.add("backfillfull_ratio " + StreamNumber.of(settings.ratios().backfillfull()));
        lines.add("nearfull_ratio " + StreamNumber.of(settings.ratios().nearfull()));
        lines.add("require_min_compat_client luminous");
        lines.add("min_compat_client " + minimumClient());
        lines.add("require_osd_release " + snapshot.version().release());
        lines.add("stretch_mode_enabled false");
        StringBuilder text = new StringBuilder(String.join("\n", lines)).append('\n');
        text.append(PoolText.lines(snapshot)).append("max_osd ").append(map.osdCountMax());
        text.append('\n');
        for (int i = 0; i < snapshot.osds().size(); i++) {
            text.append(osd(map.osds().get(i), snapshot.osds().get(i))).append('\n');
        }
        exceptions(text);
        for (Named each : settings.blocklist()) {
            text.append("blocklist " + each.name() + " expires " + each.value() + "\n");
        }
        return text.toString();
    }

    private String flags() {
        return snapshot.settings().flags().stream()
                .map(MapFlag::word)
                .collect(Collectors.joining(","));
    }

    /** The oldest client that understands all that the map has. */
    private String minimumClient() {
        Exceptions exceptions = map.exceptions();
        boolean hasUpmaps = !exceptions.upmaps().isEmpty() || !exceptions.upmapItems().isEmpty();
        return hasUpmaps ? "luminous" : "jewel";
    }

    private static String osd(OsdState state, OsdStatus osd) {
        OsdStatus.Life life = osd.life();
        String affinity =
                state.affinityFixed16() == OsdState.ONE
                        ? ""
                        : " primary_affinity " + StreamNumber.of(state.affinityFixed16() / ONE);
        return "osd."
                + state.id()
                + (state.isUp() ? " up  " : " down")
                + (state.weightFixed16() > 0 ? " in " : " out")
                + " weight "
                + StreamNumber.of(state.weightFixed16() / ONE)
                + affinity
                + " up_from "
                + life.upFrom()
                + " up_thru "
                + life.upThru()
                + " down_at "
                + life.downAt()
                + " last_clean_interval ["
                + life.cleanBegin()
                + ","
                + life.cleanEnd()
                + ")"
                + (life.lostAt() > 0 ? " lost_at " + life.lostAt() : "")
                + " "
                + osd.listening().open().text()
                + " "
                + osd.listening().cluster().text()
                + " "
                + String.join(",", states(state, osd))
                + " "
                + osd.uuid();
    }

    private static List<String> states(OsdState state, OsdStatus osd) {
        List<String> states = new ArrayList<>(List.of("exists"));
        if (state.isUp()) {
            states.add("up");
        }
        if (osd.isNew()) {
            states.add("new");
        }
        if (osd.fullness() != Fullness.ROOMY) {
            states.add(osd.fullness().flag());
        }
        return states;
    }

    private void exceptions(StringBuilder text) {
        Exceptions exceptions = map.exceptions();
        for (Exceptions.Osds each : exceptions.upmaps()) {
            text.append("pg_upmap " + each.pg() + " " + PgLists.brackets(each.osds()) + "\n");
        }
        for (Exceptions.Items each : exceptions.upmapItems()) {
            String pairs = PgLists.brackets(each.pairs());
            text.append("pg_upmap_items " + each.pg() + " " + pairs + "\n");
        }
        for (Exceptions.Osds each : exceptions.temps()) {
            text.append("pg_temp " + each.pg() + " " + PgLists.brackets(each.osds()) + "\n");
        }
        for (Exceptions.Primary each : exceptions.primaryTemps()) {
            text.append("primary_temp " + each.pg() + " " + each.osd() + "\n");
        }
    }

    private String json(Report report) {
        JsonText json = report.document().object();
        head(json);
        json.list("pools");
        for (int i = 0; i < snapshot.pools().size(); i++) {
            json.object();
            PoolText.write("pool", snapshot, i, json);
            json.end();
        }
        json.end().list("osds");
        for (int i = 0; i < snapshot.osds().size(); i++) {
            osd(map.osds().get(i), snapshot.osds().get(i), json);
        }
        json.end().list("osd_xinfo");
        for (OsdStatus osd : snapshot.osds()) {
            json.object().put("osd", osd.id());
            json.put("down_stamp", DateText.of(osd.life().downSince()));
            json.put("laggy_probability", osd.past().laggyProbability());
            json.put("laggy_interval", osd.past().laggySeconds()).put("features", FEATURES);
            json.put("old_weight", osd.past().oldWeightFixed16());
            json.put("last_purged_snaps_scrub", DateText.of(osd.past().purgedSnapsScrub()));
            json.put("dead_epoch", osd.past().deadEpoch()).end();
        }
        json.end();
        exceptions(json);
        tail(json);
        return json.end().text() + "\n";
    }

    private void head(JsonText json) {
        MapSettings settings = snapshot.settings();
        MapStamps stamps = snapshot.stamps();
        json.put("epoch", map.epoch()).put("fsid", snapshot.fsid());
        json.put("created", DateText.of(stamps.created()));
        json.put("modified", DateText.of(stamps.modified()));
        json.put("last_up_change", DateText.of(stamps.lastUpChange()));
        json.put("last_in_change", DateText.of(stamps.lastInChange()));
        int bits = settings.flags().stream().mapToInt(MapFlag::bit).sum();
        json.put("flags", flags()).put("flags_num", bits).list("flags_set");
        settings.flags().stream().map(MapFlag::word).sorted().forEach(json::add);
        json.end().put("crush_version", settings.crushVersion());
        json.put("full_ratio", (double) settings.ratios().full());
        json.put("backfillfull_ratio", (double) settings.ratios().backfillfull());
        json.put("nearfull_ratio", (double) settings.ratios().nearfull());
        json.put("cluster_snapshot", "");
        json.put("pool_max", map.pools().stream().mapToLong(Pool::id).max().orElse(0));
        json.put("max_osd", map.osdCountMax()).put("require_min_compat_client", "luminous");
        json.put("min_compat_client", minimumClient());
        json.put("require_osd_release", snapshot.version().release());
    }

    private static void osd(OsdState state, OsdStatus osd, JsonText json) {
        OsdStatus.Life life = osd.life();
        json.object().put("osd", state.id()).put("uuid", osd.uuid());
        json.put("up", state.isUp() ? 1 : 0).put("in", state.weightFixed16() > 0 ? 1 : 0);
        json.put("weight", state.weightFixed16() / ONE);
        json.put("primary_affinity", state.affinityFixed16() / ONE);
        json.put("last_clean_begin", life.cleanBegin()).put("last_clean_end", life.cleanEnd());
        json.put("up_from", life.upFrom()).put("up_thru", life.upThru());
        json.put("down_at", life.downAt()).put("lost_at", life.lostAt());
        OsdStatus.Listening at = osd.listening();
        Addresses.write("public_addrs", at.open(), json);
        Addresses.write("cluster_addrs", at.cluster(), json);
        Addresses.write("heartbeat_back_addrs", at.back(), json);
        Addresses.write("heartbeat_front_addrs", at.front(), json);
        json.put("public_addr", at.open().legacyText());
        json.put("cluster_addr", at.cluster().legacyText());
        json.put("heartbeat_back_addr", at.back().legacyText());
        json.put("heartbeat_front_addr", at.front().legacyText()).list("state");
        states(state, osd).forEach(json::add);
        json.end().end();
    }

    private void exceptions(JsonText json) {
        Exceptions exceptions = map.exceptions();
        json.list("pg_upmap");
        exceptions.upmaps().forEach(each -> osds(each, json));
        json.end().list("pg_upmap_items");
        for (Exceptions.Items each : exceptions.upmapItems()) {
            json.object().put("pgid", each.pg().toString()).list("mappings");
            for (int i = 0; i < each.pairs().count(); i += 2) {
                json.object().put("from", each.pairs().get(i));
                json.put("to", each.pairs().get(i + 1)).end();
            }
            json.end().end();
        }
        json.end().list("pg_temp");
        exceptions.temps().forEach(each -> osds(each, json));
        json.end().list("primary_temp");
        for (Exceptions.Primary each : exceptions.primaryTemps()) {
            json.add(each.pg().toString()).add(each.osd());
        }
        json.end();
    }

    private static void osds(Exceptions.Osds each, JsonText json) {
        json.object().put("pgid", each.pg().toString()).list("osds");
        each.osds().stream().forEach(json::add);
        json.end().end();
    }

    private void tail(JsonText json) {
        json.object("blocklist");
        snapshot.settings().blocklist().forEach(each -> json.put(each.name(), each.value()));
        json.end().object("range_blocklist").end().object("erasure_code_profiles");
        for (MapSettings.EcProfile profile : snapshot.settings().profiles()) {
            json.object(profile.name());
            profile.settings().forEach(each -> json.put(each.name(), each.value()));
            json.end();
        }
        json.end().list("removed_snaps_queue").end().list("new_removed_snaps").end();
        json.list("new_purged_snaps").end().object("crush_node_flags").end();
        json.object("device_class_flags").end().object("stretch_mode");
        json.put("stretch_mode_enabled", false).put("stretch_bucket_count", 0);
        json.put("degraded_stretch_mode", 0).put("recovering_stretch_mode", 0);
        json.put("stretch_mode_bucket", 0).end();
    }
}
