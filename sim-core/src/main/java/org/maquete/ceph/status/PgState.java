package org.maquete.ceph.status;

import java.util.Optional;

/**
 * What a placement group can be; it is several of these at once, so sets are masks of {@link
 * #bit()}. The order here is the order in which they are printed: {@code
 * active+undersized+degraded}.
 */
public enum PgState {
    STALE("stale", 17),
    CREATING("creating", 0),
    ACTIVE("active", 1),
    ACTIVATING("activating", 24),
    CLEAN("clean", 2),
    RECOVERY_WAIT("recovery_wait", 22),
    RECOVERY_TOOFULL("recovery_toofull", 28),
    RECOVERING("recovering", 14),
    FORCED_RECOVERY("forced_recovery", 30),
    DOWN("down", 4),
    RECOVERY_UNFOUND("recovery_unfound", 5),
    BACKFILL_UNFOUND("backfill_unfound", 6),
    UNDERSIZED("undersized", 23),
    DEGRADED("degraded", 10),
    REMAPPED("remapped", 18),
    PREMERGE("premerge", 7),
    SCRUBBING("scrubbing", 8),
    DEEP("deep", 19),
    INCONSISTENT("inconsistent", 11),
    PEERING("peering", 12),
    REPAIR("repair", 13),
    BACKFILL_WAIT("backfill_wait", 15),
    BACKFILLING("backfilling", 20),
    FORCED_BACKFILL("forced_backfill", 31),
    BACKFILL_TOOFULL("backfill_toofull", 21),
    INCOMPLETE("incomplete", 16),
    PEERED("peered", 25),
    SNAPTRIM("snaptrim", 26),
    SNAPTRIM_WAIT("snaptrim_wait", 27),
    SNAPTRIM_ERROR("snaptrim_error", 29),
    FAILED_REPAIR("failed_repair", 32),
    LAGGY("laggy", 33),
    WAIT("wait", 34);

    private static final PgState[] ALL = values();

    private final String word;
    private final int position;

    PgState(String word, int position) {
        this.word = word;
        this.position = position; // <bit number>: Ceph 16.2, PG_STATE_*; it orders health messages
    }

    public String word() {
        return word;
    }

    /** Its bit in a set. */
    public long bit() {
        return 1L << position;
    }

    /** The set of these. */
    public static long set(PgState... states) {
        long set = 0;
        for (PgState each : states) {
            set |= each.bit();
        }
        return set;
    }

    /** Whether it is in a set. */
    public boolean in(long set) {
        return (set & bit()) != 0;
    }

    /** {@code active+clean}; {@code unknown} for the empty set. */
    public static String text(long set) {
        if (set == 0) {
            return "unknown";
        }
        StringBuilder text = new StringBuilder();
        for (PgState each : ALL) {
            if (each.in(set)) {
                text.append(text.isEmpty() ? "" : "+").append(each.word);
            }
        }
        return text.toString();
    }

    /** Reads {@code active+clean} or {@code unknown}; empty when a word is not known. */
    public static Optional<Long> parse(String text) {
        if (text.equals("unknown")) {
            return Optional.of(0L);
        }
        long set = 0;
        for (String word : text.split("\\+", -1)) {
            long bit = 0;
            for (PgState each : ALL) {
                if (each.word.equals(word)) {
                    bit = each.bit();
                }
            }
            if (bit == 0) {
                return Optional.empty();
            }
            set |= bit;
        }
        return Optional.of(set);
    }
}
