package org.maquete.ceph.status;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Placement groups counted by their states, and how much they hold.
 *
 * @param states from the rarest to the most frequent
 * @param unknown groups that nobody reported
 * @param inactive groups that serve nobody, the unknown not among them
 */
record PgSummary(List<Count> states, int pgCount, int unknown, int inactive, PgCounts total) {

    PgSummary {
        states = List.copyOf(states);
    }

    /** How many groups are in exactly these states. */
    record Count(long states, int count) {

        String text() {
            return PgState.text(states);
        }
    }

    static PgSummary of(PgTable pgs) {
        TreeMap<Long, Integer> counts = new TreeMap<>();
        int inactive = 0;
        for (int i = 0; i < pgs.count(); i++) {
            counts.merge(pgs.states(i), 1, Integer::sum);
            inactive += pgs.states(i) != 0 && !PgState.ACTIVE.in(pgs.states(i)) ? 1 : 0;
        }
        List<Count> states = new ArrayList<>();
        counts.forEach((set, count) -> states.add(new Count(set, count)));
        states.sort(Comparator.comparingInt(Count::count));
        int unknown = counts.getOrDefault(0L, 0);
        return new PgSummary(states, pgs.count(), unknown, inactive, pgs.total());
    }

    /** What is missing or in the wrong place: one line each. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        add(total.degraded(), total.copies(), "degraded", lines);
        add(total.misplaced(), total.copies(), "misplaced", lines);
        add(total.unfound(), total.objects(), "unfound", lines);
        return lines;
    }

    private static void add(long some, long all, String word, List<String> lines) {
        if (some > 0 && all > 0) {
            lines.add(some + "/" + all + " objects " + word + Units.share(some, all));
        }
    }

    /** The same in JSON. */
    void write(JsonText json) {
        write(total.degraded(), total.copies(), "degraded", json);
        write(total.misplaced(), total.copies(), "misplaced", json);
        write(total.unfound(), total.objects(), "unfound", json);
    }

    private static void write(long some, long all, String word, JsonText json) {
        if (some > 0 && all > 0) {
            double percent = (double) some / all * 100.0;
            json.put(word + "_objects", some).put(word + "_total", all);
            json.put(word + "_ratio", percent / 100.0);
        }
    }
}
