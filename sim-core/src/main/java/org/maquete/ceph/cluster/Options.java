package org.maquete.ceph.cluster;

import java.util.Optional;

/** Options of the daemons that change what happens here, with their defaults. */
public enum Options {
    // Ceph 16.2, common/options: seconds, counts and shares as named there
    DOWN_OUT_INTERVAL("mon_osd_down_out_interval", 600),
    MIN_IN_RATIO("mon_osd_min_in_ratio", 0.75),
    MIN_DOWN_REPORTERS("mon_osd_min_down_reporters", 2),
    REPORT_TIMEOUT("mon_osd_report_timeout", 900),
    MAX_PG_PER_OSD("mon_max_pg_per_osd", 250),
    TARGET_PG_PER_OSD("mon_target_pg_per_osd", 100),
    POOL_DEFAULT_SIZE("osd_pool_default_size", 3),
    POOL_DEFAULT_PG_NUM("osd_pool_default_pg_num", 32),
    MAX_BACKFILLS("osd_max_backfills", 1);

    private final String word;
    private final double value;

    Options(String word, double value) {
        this.word = word;
        this.value = value;
    }

    /** Its name. */
    public String word() {
        return word;
    }

    /** Its default. */
    public double value() {
        return value;
    }

    /** The option of that name. */
    public static Optional<Options> named(String word) {
        for (Options each : values()) {
            if (each.word.equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
