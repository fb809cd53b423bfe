package org.maquete.ceph.status;

import java.util.List;
import java.util.Optional;

/** A flag of the OSD map, in the order in which flags are printed. */
public enum MapFlag {
    PAUSERD("pauserd", 2, true),
    PAUSEWR("pausewr", 3, true),
    PAUSEREC("pauserec", 4, true),
    NOUP("noup", 5, true),
    NODOWN("nodown", 6, true),
    NOOUT("noout", 7, true),
    NOIN("noin", 8, true),
    NOBACKFILL("nobackfill", 9, true),
    NOREBALANCE("norebalance", 14, true),
    NORECOVER("norecover", 10, true),
    NOSCRUB("noscrub", 11, true),
    NODEEP_SCRUB("nodeep-scrub", 12, true),
    NOTIERAGENT("notieragent", 13, true),
    NOSNAPTRIM("nosnaptrim", 21, true),
    SORTBITWISE("sortbitwise", 15, false),
    RECOVERY_DELETES("recovery_deletes", 19, false),
    PURGED_SNAPDIRS("purged_snapdirs", 20, false),
    PGLOG_HARDLIMIT("pglog_hardlimit", 22, false);

    /** What a new cluster has: Ceph 16.2, seen. */
    public static final List<MapFlag> ALWAYS =
            List.of(SORTBITWISE, RECOVERY_DELETES, PURGED_SNAPDIRS, PGLOG_HARDLIMIT);

    private final String word;
    private final int position;
    private final boolean warns;

    MapFlag(String word, int position, boolean warns) {
        this.word = word;
        this.position = position; // <bit number>: Ceph 16.2, CEPH_OSDMAP_*
        this.warns = warns;
    }

    public String word() {
        return word;
    }

    /** Its bit in the number that programs read. */
    public int bit() {
        return 1 << position;
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
