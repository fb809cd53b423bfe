package org.maquete.ceph.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.maquete.world.Ints;

/** A comparison as tables. The words of the summary are crushdiff's. */
public final class ComparisonText {

    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB");
    private static final String ARROW = " -> ";

    private final Comparison comparison;
    private final StringBuilder out = new StringBuilder();

    private ComparisonText(Comparison comparison) {
        this.comparison = comparison;
    }

    /** The text, with a newline at its end. */
    public static String of(Comparison comparison) {
        ComparisonText text = new ComparisonText(comparison);
        text.pools();
        text.summary();
        text.spreads();
        comparison.notes().forEach(n -> text.out.append("note: ").append(n).append('\n'));
        return text.out.toString();
    }

    private void pools() {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("POOL", "PGS", "AFFECTED", "SHARDS TO MOVE"));
        if (comparison.hasVolume()) {
            head.addAll(List.of("OBJECT SHARDS", "BYTES"));
        }
        head.addAll(List.of("UNDERSIZED", "BROKEN", "MAX AVAIL"));
        rows.add(head);
        for (Comparison.PoolRow each : comparison.pools()) {
            rows.add(row(each));
        }
        table(rows);
    }

    private List<String> row(Comparison.PoolRow pool) {
        PoolMoves moves = pool.moves();
        List<String> row = new ArrayList<>();
        row.add(moves.after().name());
        row.add(changed("" + moves.before().pgNum(), "" + moves.after().pgNum()));
        row.add(moves.affectedPgs() + " (" + part(moves.affectedPgs(), moves.pgCount()) + ")");
        row.add(moves.movedShards() + " (" + part(moves.movedShards(), moves.shardCount()) + ")");
        if (comparison.hasVolume()) {
            row.add("" + moves.moved().objectShards());
            row.add(bytes(moves.moved().bytes()));
        }
        row.add(changed("" + moves.undersizedBefore(), "" + moves.undersizedAfter()));
        row.add(changed("" + moves.brokenBefore(), "" + moves.brokenAfter()));
        row.add(changed(available(pool.maxAvailBefore()), available(pool.maxAvailAfter())));
        return row;
    }

    private static String available(OptionalLong bytes) {
        return bytes.isPresent() ? bytes(bytes.getAsLong()) : "-";
    }

    private static String changed(String before, String after) {
        return before.equals(after) ? before : before + ARROW + after;
    }

    private void table(List<List<String>> rows) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = row.get(i);
                String space = " ".repeat(widths[i] - cell.length());
                line.append(i == 0 ? cell + space : "  " + space + cell);
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private void summary() {
        Totals totals = comparison.totals();
        out.append('\n');
        line(totals.affectedPgs(), totals.pgs(), "pgs affected");
        if (comparison.hasVolume()) {
            line(
                    totals.moved().affectedObjects(),
                    totals.all().affectedObjects(),
                    "objects affected");
        }
        line(totals.movedShards(), totals.shards(), "pg shards to move");
        if (totals.rebuiltShards() > 0) {
            out.append("  of these, ").append(totals.rebuiltShards());
            out.append(" have to be rebuilt: their old place is gone\n");
        }
        if (comparison.hasVolume()) {
            long moved = totals.moved().objectShards();
            line(moved, totals.all().objectShards(), "pg object shards to move");
            out.append(bytes(totals.moved().bytes())).append('/');
            out.append(bytes(totals.all().bytes())).append(" (");
            out.append(part(totals.moved().bytes(), totals.all().bytes()));
            out.append(") bytes to move\n");
        }
        Ints moved = totals.movedByPg();
        for (int count = 1; count < moved.count(); count++) {
            if (moved.get(count) > 0) {
                out.append("  ").append(moved.get(count)).append(" pgs with ").append(count);
                out.append(count == 1 ? " shard" : " shards").append(" to move\n");
            }
        }
    }

    private void line(long some, long all, String what) {
        out.append(some).append('/').append(all).append(" (").append(part(some, all));
        out.append(") ").append(what).append('\n');
    }

    private void spreads() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("OSDS", "BEFORE", "AFTER"));
        rows.add(spread("in, with a weight", s -> "" + s.osdCount()));
        rows.add(spread("shards: mean", s -> number(s.mean())));
        rows.add(spread("stddev", s -> number(s.stddev())));
        rows.add(spread("fewest", s -> load(s.least())));
        rows.add(spread("most", s -> load(s.most())));
        rows.add(spread("by weight: stddev", s -> number(s.deviationStddev())));
        rows.add(spread("emptiest", s -> ratio(s.emptiest())));
        rows.add(spread("heaviest", s -> ratio(s.heaviest())));
        if (comparison.hasVolume()) {
            rows.add(spread("fullest", s -> s.fullest().map(ComparisonText::full).orElse("-")));
        }
        out.append('\n');
        table(rows);
    }

    private List<String> spread(String name, Function<Spread, String> value) {
        return List.of(name, value(comparison.before(), value), value(comparison.after(), value));
    }

    private static String value(Optional<Spread> spread, Function<Spread, String> value) {
        return spread.map(value).orElse("-");
    }

    private static String load(Spread.Load load) {
        return "osd." + load.osd() + " " + load.shards();
    }

    private static String ratio(Spread.Load load) {
        return "osd." + load.osd() + " " + number(load.ratio()) + "x";
    }

    private static String full(Spread.Fullness full) {
        return "osd." + full.osd() + " " + percent(full.part());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.2f%%", part * 100);
    }

    private static String part(long some, long all) {
        return percent(all > 0 ? (double) some / all : 0);
    }

    /** As Ceph writes sizes: {@code 7.5 GiB}. */
    static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (Math.abs(value) >= 1024 && unit < UNITS.size() - 1) {
            value /= 1024;
            unit++;
        }
        String digits =
                unit == 0 || Math.abs(value) >= 100
                        ? String.format(Locale.ROOT, "%.0f", value)
                        : String.format(Locale.ROOT, "%.1f", value);
        return digits + " " + UNITS.get(unit);
    }
}
