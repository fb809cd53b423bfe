package org.maquete.ceph.status;

import java.util.List;
import java.util.Optional;

/** A flag of the OSD map, in the order in which flags are printed. */
public enum MapFlag {
    PAUSERD("pauserd", true),
    PAUSEWR("pausewr", true),
    PAUSEREC("pauserec", true),
    NOUP("noup", true),
    NODOWN("nodown", true),
    NOOUT("noout", true),
    NOIN("noin", true),
    NOBACKFILL("nobackfill", true),
    NOREBALANCE("norebalance", true),
    NORECOVER("norecover", true),
    NOSCRUB("noscrub", true),
    NODEEP_SCRUB("nodeep-scrub", true),
    NOTIERAGENT("notieragent", true),
    NOSNAPTRIM("nosnaptrim", true),
    SORTBITWISE("sortbitwise", false),
    RECOVERY_DELETES("recovery_deletes", false),
    PURGED_SNAPDIRS("purged_snapdirs", false),
    PGLOG_HARDLIMIT("pglog_hardlimit", false);

    /** What a new cluster has: Ceph 16.2, seen. */
    public static final List<MapFlag> ALWAYS =
            List.of(SORTBITWISE, RECOVERY_DELETES, PURGED_SNAPDIRS, PGLOG_HARDLIMIT);

    private final String word;
    private final boolean warns;

    MapFlag(String word, boolean warns) {
        this.word = word;
        this.warns = warns;
    }

    public String word() {
        return word;
    }

    /** Whether it is a health check while it is set. */
    public boolean warns() {
        return warns;
    }

    /** The flag of that name. */
    public static Optional<MapFlag> named(String word) {
        for (MapFlag each : values()) {
            if (each.word.equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
