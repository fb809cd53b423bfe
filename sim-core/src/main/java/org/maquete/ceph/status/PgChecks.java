package org.maquete.ceph.status;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeMap;
import org.maquete.ceph.osdmap.PgId;
import org.maquete.ceph.osdmap.Pool;
import org.maquete.kernel.SimTime;

/**
 * Checks of placement groups. A group that is down or degraded counts at once, one that is inactive
 * or undersized only after it has been so for a while ("stuck"). A group may count for several
 * reasons; its line names the last of them.
 */
final class PgChecks {

    // 60 s: Ceph 16.2, mon_pg_stuck_threshold
    private static final long STUCK_NS = 60 * SimTime.SECOND;
    // 50, groups: Ceph 16.2, mon_health_max_detail; the real loop stops after one more
    private static final int DETAILS_MAX = 50;

    /** What follows from a state. */
    private enum Consequence {
        UNAVAILABLE("PG_AVAILABILITY", HealthStatus.WARN, "Reduced data availability: "),
        DEGRADED("PG_DEGRADED", HealthStatus.WARN, "Degraded data redundancy: "),
        BACKFILL_FULL(
                "PG_BACKFILL_FULL",
                HealthStatus.WARN,
                "Low space hindering backfill (add storage if this doesn't resolve itself): "),
        DAMAGED("PG_DAMAGED", HealthStatus.ERR, "Possible data damage: "),
        RECOVERY_FULL("PG_RECOVERY_FULL", HealthStatus.ERR, "Full OSDs blocking recovery: ");

        private final String code;
        private final HealthStatus severity;
        private final String text;

        Consequence(String code, HealthStatus severity, String text) {
            this.code = code;
            this.severity = severity;
            this.text = text;
        }
    }

    /** A state that counts, in the order of the real bits, which is the order of the summary. */
    private enum Reason {
        INACTIVE(PgState.ACTIVE, Consequence.UNAVAILABLE),
        DOWN(PgState.DOWN, Consequence.UNAVAILABLE),
        RECOVERY_UNFOUND(PgState.RECOVERY_UNFOUND, Consequence.DAMAGED),
        BACKFILL_UNFOUND(PgState.BACKFILL_UNFOUND, Consequence.DAMAGED),
        DEGRADED(PgState.DEGRADED, Consequence.DEGRADED),
        INCONSISTENT(PgState.INCONSISTENT, Consequence.DAMAGED),
        PEERING(PgState.PEERING, Consequence.UNAVAILABLE),
        INCOMPLETE(PgState.INCOMPLETE, Consequence.UNAVAILABLE),
        STALE(PgState.STALE, Consequence.UNAVAILABLE),
        BACKFILL_TOOFULL(PgState.BACKFILL_TOOFULL, Consequence.BACKFILL_FULL),
        UNDERSIZED(PgState.UNDERSIZED, Consequence.DEGRADED),
        RECOVERY_TOOFULL(PgState.RECOVERY_TOOFULL, Consequence.RECOVERY_FULL),
        SNAPTRIM_ERROR(PgState.SNAPTRIM_ERROR, Consequence.DAMAGED);

        private final PgState state;
        private final Consequence consequence;

        Reason(PgState state, Consequence consequence) {
            this.state = state;
            this.consequence = consequence;
        }

        String word() {
            return this == INACTIVE ? "inactive" : state.word();
        }

        boolean isIn(long states) {
            return state.in(states) != (this == INACTIVE);
        }

        /** Whether it counts only once it has lasted. */
        boolean isDelayed() {
            return switch (this) {
                case INACTIVE, PEERING, UNDERSIZED, STALE -> true;
                default -> false;
            };
        }

        /** When the group was last well in this respect. */
        long lastWell(PgStamps stamps) {
            return switch (this) {
                case PEERING -> stamps.lastPeered();
                case UNDERSIZED -> stamps.lastFullsized();
                case STALE -> stamps.lastUnstale();
                default -> stamps.lastActive();
            };
        }
    }

    private static final Reason[] REASONS = Reason.values();

    private final ClusterSnapshot snapshot;
    private final EnumMap<Reason, Integer> counts = new EnumMap<>(Reason.class);
    private final EnumMap<Consequence, TreeMap<PgId, String>> messages =
            new EnumMap<>(Consequence.class);

    private PgChecks(ClusterSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    static void add(ClusterSnapshot snapshot, List<HealthCheck> checks) {
        PgChecks found = new PgChecks(snapshot);
        for (int i = 0; i < snapshot.pgs().count(); i++) {
            found.look(i);
        }
        found.messages.forEach((each, lines) -> checks.add(found.check(each, lines)));
        unfound(snapshot.pgs(), checks);
    }

    private void look(int pg) {
        long states = snapshot.pgs().states(pg);
        long cutoff = snapshot.now() - STUCK_NS;
        for (Reason reason : REASONS) {
            if (!reason.isIn(states)) {
                continue;
            }
            if (reason.isDelayed() && reason.lastWell(snapshot.pgs().stamps(pg)) >= cutoff) {
                continue;
            }
            counts.merge(reason, 1, Integer::sum);
            TreeMap<PgId, String> lines =
                    messages.computeIfAbsent(reason.consequence, _ -> new TreeMap<>());
            if (lines.size() <= DETAILS_MAX) {
                lines.put(snapshot.pgs().id(pg), line(reason, pg));
            }
        }
    }

    private String line(Reason reason, int pg) {
        PgTable pgs = snapshot.pgs();
        String states = PgState.text(pgs.states(pg));
        String acting = PgLists.brackets(pgs.place(pg).acting());
        String line = "pg " + pgs.id(pg) + " is ";
        if (reason.isDelayed()) {
            long since = reason.lastWell(pgs.stamps(pg));
            String age =
                    since == 0 ? " since forever" : " for " + Spans.text(snapshot.now() - since);
            line += "stuck " + reason.word() + age + ", current state " + states;
            line += ", last acting " + acting;
        } else {
            line += states + ", acting " + acting;
            long unfound = pgs.counts(pg).unfound();
            line += unfound == 0 ? "" : ", " + unfound + " unfound";
        }
        return PgState.INCOMPLETE.in(pgs.states(pg)) ? line + incomplete(pgs.id(pg)) : line;
    }

    private String incomplete(PgId pg) {
        return snapshot.map()
                .pool(pg.pool())
                .filter(pool -> pool.minSize() > 1)
                .map(PgChecks::lessCopies)
                .orElse("");
    }

    private static String lessCopies(Pool pool) {
        String what = " (reducing pool " + pool.name() + " min_size from " + pool.minSize();
        return what + " may help; search ceph.com/docs for 'incomplete')";
    }

    private HealthCheck check(Consequence consequence, TreeMap<PgId, String> lines) {
        List<String> reasons = new ArrayList<>();
        long count = 0;
        for (Reason each : REASONS) {
            int own = counts.getOrDefault(each, 0);
            if (each.consequence == consequence && own > 0) {
                reasons.add(own + (own > 1 ? " pgs " : " pg ") + each.word());
                count += own;
            }
        }
        PgCounts total = snapshot.pgs().total();
        if (consequence == Consequence.DEGRADED && total.degraded() > 0 && total.copies() > 0) {
            reasons.addFirst(
                    part(total.degraded(), total.copies())
                            + " objects degraded"
                            + Units.share(total.degraded(), total.copies()));
        }
        return new HealthCheck(
                consequence.code,
                consequence.severity,
                consequence.text + String.join(", ", reasons),
                count,
                List.copyOf(lines.sequencedValues()));
    }

    private static void unfound(PgTable pgs, List<HealthCheck> checks) {
        PgCounts total = pgs.total();
        if (total.unfound() == 0) {
            return;
        }
        TreeMap<PgId, String> details = new TreeMap<>();
        for (int i = 0; i < pgs.count(); i++) {
            long own = pgs.counts(i).unfound();
            if (own > 0) {
                details.put(pgs.id(i), "pg " + pgs.id(i) + " has " + own + " unfound objects");
            }
        }
        String text = part(total.unfound(), total.objects()) + " objects unfound";
        checks.add(
                new HealthCheck(
                        "OBJECT_UNFOUND",
                        HealthStatus.WARN,
                        text + Units.share(total.unfound(), total.objects()),
                        total.unfound(),
                        List.copyOf(details.sequencedValues())));
    }

    private static String part(long some, long all) {
        return some + "/" + all;
    }
}
