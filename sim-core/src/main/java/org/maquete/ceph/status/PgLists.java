package org.maquete.ceph.status;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.maquete.ceph.osdmap.PgMapping;
import org.maquete.kernel.SimTime;
import org.maquete.world.Ints;

/** Lists of placement groups: {@code ceph pg dump pgs_brief} and {@code pg dump_stuck}. */
final class PgLists {

    // 60 s: Ceph 16.2, mon_pg_stuck_threshold
    private static final long STUCK_NS = 60 * SimTime.SECOND;
    private static final List<String> KINDS =
            List.of("inactive", "unclean", "stale", "undersized", "degraded");

    private PgLists() {}

    /** {@code [2,0,1]}. */
    static String brackets(Ints osds) {
        return "[" + PgMapping.joined(osds, "") + "]";
    }

    static String brief(ClusterSnapshot snapshot, Report report) {
        if (!report.isJson()) {
            return table(snapshot.pgs(), _ -> true);
        }
        JsonText json = report.document().object().put("pg_ready", true).list("pg_stats");
        PgTable pgs = snapshot.pgs();
        for (int i = 0; i < pgs.count(); i++) {
            PgPlace place = pgs.place(i);
            json.object().put("pgid", pgs.id(i).toString());
            json.put("state", PgState.text(pgs.states(i))).list("up");
            place.up().stream().forEach(json::add);
            json.end().list("acting");
            place.acting().stream().forEach(json::add);
            json.end().put("up_primary", place.upPrimary());
            json.put("acting_primary", place.actingPrimary()).end();
        }
        return json.end().end().text();
    }

    /**
     * Groups that have been ill for a while.
     *
     * @param options {@code inactive}, {@code unclean}, {@code stale}, {@code undersized}, {@code
     *     degraded}; {@code unclean} when none is named
     * @return empty when it is not modelled: JSON, another threshold
     */
    static Optional<String> stuck(ClusterSnapshot snapshot, List<String> options, Report report) {
        List<String> kinds = options.isEmpty() ? List.of("unclean") : options;
        if (report.isJson() || !KINDS.containsAll(kinds)) {
            return Optional.empty();
        }
        PgTable pgs = snapshot.pgs();
        long cutoff = snapshot.now() - STUCK_NS;
        return Optional.of(
                table(pgs, i -> kinds.stream().anyMatch(kind -> isStuck(pgs, i, kind, cutoff))));
    }

    private static boolean isStuck(PgTable pgs, int index, String kind, long cutoff) {
        long states = pgs.states(index);
        PgStamps stamps = pgs.stamps(index);
        return switch (kind) {
            case "inactive" -> !PgState.ACTIVE.in(states) && stamps.lastActive() < cutoff;
            case "unclean" -> !PgState.CLEAN.in(states) && stamps.lastClean() < cutoff;
            case "stale" -> PgState.STALE.in(states) && stamps.lastUnstale() < cutoff;
            case "undersized" -> PgState.UNDERSIZED.in(states) && stamps.lastFullsized() < cutoff;
            case "degraded" -> PgState.DEGRADED.in(states) && stamps.lastUndegraded() < cutoff;
            default -> false;
        };
    }

    private static String table(PgTable pgs, IntPredicate isShown) {
        TextTable table = new TextTable();
        table.left("PG_STAT").right("STATE").right("UP").right("UP_PRIMARY");
        table.right("ACTING").right("ACTING_PRIMARY");
        boolean isEmpty = true;
        for (int i = 0; i < pgs.count(); i++) {
            if (isShown.test(i)) {
                isEmpty = false;
                PgPlace place = pgs.place(i);
                String up = brackets(place.up());
                String acting = brackets(place.acting());
                String states = PgState.text(pgs.states(i));
                int primary = place.actingPrimary();
                table.row(pgs.id(i), states, up, place.upPrimary(), acting, primary);
            }
        }
        return isEmpty ? "" : table.text();
    }
}
