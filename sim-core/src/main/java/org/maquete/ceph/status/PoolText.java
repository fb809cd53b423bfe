package org.maquete.ceph.status;

import java.util.ArrayList;
import java.util.List;
import org.maquete.ceph.crush.StreamNumber;
import org.maquete.ceph.osdmap.Pool;

/** {@code ceph osd pool ls}, with {@code detail}, and {@code osd lspools}. */
final class PoolText {

    private static final int HASHPSPOOL = 1; // <bit>: Ceph 16.2, seen
    private static final int FULL = 1 << 1; // <bit>: Ceph 16.2
    private static final int NEARFULL = 1 << 11; // <bit>: Ceph 16.2, seen
    private static final int BACKFILLFULL = 1 << 12; // <bit>: Ceph 16.2
    private static final int FULL_QUOTA = 1 << 10; // <bit>: Ceph 16.2
    static final int BULK = 1 << 17; // <bit>: Ceph 16.2, seen

    private PoolText() {}

    static String names(ClusterSnapshot snapshot, Report report) {
        List<String> names = snapshot.map().pools().stream().map(Pool::name).toList();
        if (report.isJson()) {
            JsonText json = report.document().list();
            names.forEach(json::add);
            return json.end().text();
        }
        return names.isEmpty() ? "\n" : String.join("\n", names) + "\n";
    }

    static String numbered(ClusterSnapshot snapshot, Report report) {
        List<Pool> pools = snapshot.map().pools();
        if (report.isJson()) {
            JsonText json = report.document().list();
            for (Pool pool : pools) {
                json.object().put("poolnum", pool.id()).put("poolname", pool.name()).end();
            }
            return json.end().text() + "\n";
        }
        StringBuilder text = new StringBuilder();
        pools.forEach(pool -> text.append(pool.id() + " " + pool.name() + "\n"));
        return text.isEmpty() ? "\n" : text.toString();
    }

    static String detail(ClusterSnapshot snapshot, Report report) {
        if (report.isJson()) {
            JsonText json = report.document().list();
            for (int i = 0; i < snapshot.pools().size(); i++) {
                json.object();
                write("pool_id", snapshot, i, json);
                json.end();
            }
            return json.end().text();
        }
        return lines(snapshot) + "\n";
    }

    /** A line for each pool. */
    static String lines(ClusterSnapshot snapshot) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < snapshot.pools().size(); i++) {
            text.append(line(snapshot, i)).append('\n');
        }
        return text.toString();
    }

    private static String line(ClusterSnapshot snapshot, int index) {
        Pool pool = snapshot.map().pools().get(index);
        PoolStatus status = snapshot.pools().get(index);
        StringBuilder text = new StringBuilder("pool " + pool.id() + " '" + pool.name() + "' ");
        text.append(pool.shifts() ? "replicated" : "erasure profile " + status.profile());
        text.append(" size " + pool.size() + " min_size " + pool.minSize());
        text.append(" crush_rule " + pool.crushRule() + " object_hash ");
        text.append(pool.objectHash() == Pool.HASH_RJENKINS ? "rjenkins" : "linux");
        text.append(" pg_num " + pool.pgNum() + " pgp_num " + pool.pgpNum());
        int target = status.scaling().pgNumTarget();
        if (target != pool.pgNum()) {
            text.append(" pg_num_target " + target + " pgp_num_target " + target);
        }
        text.append(" autoscale_mode " + status.scaling().mode());
        text.append(" last_change " + status.age().lastChange());
        text.append(" flags " + String.join(",", flags(pool, status)));
        PoolStatus.Quota quota = status.quota();
        text.append(quota.bytes() > 0 ? " max_bytes " + quota.bytes() : "");
        text.append(quota.objects() > 0 ? " max_objects " + quota.objects() : "");
        text.append(" stripe_width " + status.stripeBytes());
        for (Named option : options(status.scaling())) {
            text.append(" " + option.name() + " " + option.value());
        }
        List<String> uses = status.applications();
        return text + (uses.isEmpty() ? "" : " application " + String.join(",", uses));
    }

    private static List<Named> options(PoolStatus.Scaling scaling) {
        List<Named> options = new ArrayList<>();
        add("pg_num_max", scaling.pgNumMax(), options);
        add("pg_num_min", scaling.pgNumMin(), options);
        add("target_size_bytes", scaling.targetBytes(), options);
        if (scaling.targetRatio() > 0) {
            options.add(new Named("target_size_ratio", StreamNumber.of(scaling.targetRatio())));
        }
        return options;
    }

    private static void add(String name, long value, List<Named> options) {
        if (value > 0) {
            options.add(new Named(name, String.valueOf(value)));
        }
    }

    private static List<String> flags(Pool pool, PoolStatus status) {
        List<String> flags = new ArrayList<>();
        if (pool.hashesPool()) {
            flags.add("hashpspool");
        }
        if (status.fullness() == Fullness.FULL) {
            flags.add("full");
        }
        if (status.isOverQuota()) {
            flags.add("full_quota");
        }
        if (status.fullness() == Fullness.NEARFULL) {
            flags.add("nearfull");
        }
        if (status.fullness() == Fullness.BACKFILLFULL) {
            flags.add("backfillfull");
        }
        if (status.scaling().isBulk()) {
            flags.add("bulk");
        }
        return flags;
    }

    private static long bits(Pool pool, PoolStatus status) {
        long bits = pool.hashesPool() ? HASHPSPOOL : 0;
        bits |= status.isOverQuota() ? FULL_QUOTA : 0;
        bits |= status.scaling().isBulk() ? BULK : 0;
        return bits
                | switch (status.fullness()) {
                    case ROOMY -> 0;
                    case NEARFULL -> NEARFULL;
                    case BACKFILLFULL -> BACKFILLFULL;
                    case FULL -> FULL;
                };
    }

    /** What {@code osd dump} and {@code osd pool ls detail} tell of a pool. */
    static void write(String idName, ClusterSnapshot snapshot, int index, JsonText json) {
        Pool pool = snapshot.map().pools().get(index);
        PoolStatus status = snapshot.pools().get(index);
        json.put(idName, pool.id()).put("pool_name", pool.name());
        json.put("create_time", DateText.of(status.age().created()));
        json.put("flags", bits(pool, status));
        json.put("flags_names", String.join(",", flags(pool, status))).put("type", pool.type());
        json.put("size", pool.size()).put("min_size", pool.minSize());
        json.put("crush_rule", pool.crushRule()).put("peering_crush_bucket_count", 0);
        json.put("peering_crush_bucket_target", 0).put("peering_crush_bucket_barrier", 0);
        json.put("peering_crush_bucket_mandatory_member", Integer.MAX_VALUE);
        json.put("object_hash", pool.objectHash());
        groups(pool, status, json);
        json.put("last_change", String.valueOf(status.age().lastChange()));
        json.put("last_force_op_resend", "0").put("last_force_op_resend_prenautilus", "0");
        json.put("last_force_op_resend_preluminous", "0").put("auid", 0);
        json.put("snap_mode", "selfmanaged").put("snap_seq", 0).put("snap_epoch", 0);
        json.list("pool_snaps").end().put("removed_snaps", "[]");
        json.put("quota_max_bytes", status.quota().bytes());
        json.put("quota_max_objects", status.quota().objects());
        caching(json);
        json.put("erasure_code_profile", status.profile());
        json.object("hit_set_params").put("type", "none").end().put("hit_set_period", 0);
        json.put("hit_set_count", 0).put("use_gmt_hitset", true);
        json.put("min_read_recency_for_promote", 0).put("min_write_recency_for_promote", 0);
        json.put("hit_set_grade_decay_rate", 0).put("hit_set_search_last_n", 0);
        json.list("grade_table").end().put("stripe_width", status.stripeBytes());
        json.put("expected_num_objects", 0).put("fast_read", false).object("options");
        PoolStatus.Scaling scaling = status.scaling();
        for (Named option : options(scaling)) {
            if (option.name().equals("target_size_ratio")) {
                json.put(option.name(), scaling.targetRatio());
            } else {
                json.put(option.name(), Long.parseLong(option.value()));
            }
        }
        json.end().object("application_metadata");
        status.applications().forEach(name -> json.object(name).end());
        json.end();
    }

    private static void groups(Pool pool, PoolStatus status, JsonText json) {
        int target = status.scaling().pgNumTarget();
        json.put("pg_autoscale_mode", status.scaling().mode());
        json.put("pg_num", pool.pgNum()).put("pg_placement_num", pool.pgpNum());
        json.put("pg_placement_num_target", target).put("pg_num_target", target);
        json.put("pg_num_pending", pool.pgNum()).object("last_pg_merge_meta");
        json.put("source_pgid", "0.0").put("ready_epoch", 0).put("last_epoch_started", 0);
        json.put("last_epoch_clean", 0).put("source_version", "0'0");
        json.put("target_version", "0'0").end();
    }

    /** Cache tiers: none. */
    private static void caching(JsonText json) {
        json.list("tiers").end().put("tier_of", -1).put("read_tier", -1).put("write_tier", -1);
        json.put("cache_mode", "none").put("target_max_bytes", 0).put("target_max_objects", 0);
        json.put("cache_target_dirty_ratio_micro", 400_000);
        json.put("cache_target_dirty_high_ratio_micro", 600_000);
        json.put("cache_target_full_ratio_micro", 800_000);
        json.put("cache_min_flush_age", 0).put("cache_min_evict_age", 0);
    }
}
