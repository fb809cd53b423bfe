package org.maquete.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maquete.world.FieldSink;
import org.maquete.world.Row;
import org.maquete.world.TableKey;
import org.maquete.world.World;
import org.maquete.world.WorldDiff;

/**
 * Where a real cluster differs from the plan. Only rows that some document covers and fields that
 * it tells are compared. A table whose natural key no document tells pairs by content.
 *
 * @param entries what differs; {@code before} is the plan, {@code after} the cluster
 */
public record Drift(List<WorldDiff.Entry> entries) {

    public Drift {
        entries = List.copyOf(entries);
    }

    /** What to compare besides words and numbers that both sides choose. */
    public enum Look {
        /** Neither times nor addresses. */
        USUAL,
        /** Everything that the documents tell. */
        EVERYTHING
    }

    /** Compares. */
    public static Drift between(World plan, Mirror mirror, Look look) {
        List<WorldDiff.Entry> entries = new ArrayList<>();
        List<String> byContent = new ArrayList<>();
        for (TableKey<?> table : plan.schema().tables()) {
            if (mirror.pairsByContent(table)) {
                byContent.add(table.name());
                contents(table, plan, mirror, look, entries);
            }
        }
        for (WorldDiff.Entry entry : WorldDiff.between(plan, mirror.world())) {
            if (!byContent.contains(entry.table()) && mirror.covers(entry.table(), entry.key())) {
                kept(entry, mirror, look, plan, entries);
            }
        }
        return new Drift(entries);
    }

    private static void kept(
            WorldDiff.Entry entry,
            Mirror mirror,
            Look look,
            World plan,
            List<WorldDiff.Entry> entries) {
        List<String> assumed =
                plan.schema().tables().stream()
                        .filter(table -> table.name().equals(entry.table()))
                        .findFirst()
                        .map(table -> mirror.assumed(table, entry.key()))
                        .orElse(List.of());
        List<WorldDiff.Change> fields =
                entry.fields().stream()
                        .filter(change -> isCompared(change.field(), assumed, look))
                        .toList();
        if (!fields.isEmpty()) {
            entries.add(new WorldDiff.Entry(entry.table(), entry.key(), entry.kind(), fields));
        }
    }

    private static boolean isCompared(String field, List<String> assumed, Look look) {
        boolean varies =
                field.endsWith("SinceNs") || field.equals("address") || field.equals("addresses");
        return !assumed.contains(field) && (look == Look.EVERYTHING || !varies);
    }

    private static void contents(
            TableKey<?> table,
            World plan,
            Mirror mirror,
            Look look,
            List<WorldDiff.Entry> entries) {
        Map<String, Row> planned = contents(table, plan, mirror, look);
        Map<String, Row> seen = contents(table, mirror.world(), mirror, look);
        planned.forEach((content, row) -> {
            if (!seen.containsKey(content)) {
                entries.add(one(table, content, WorldDiff.Kind.REMOVED));
            }
        });
        seen.forEach((content, row) -> {
            if (!planned.containsKey(content)) {
                entries.add(one(table, content, WorldDiff.Kind.ADDED));
            }
        });
    }

    private static WorldDiff.Entry one(TableKey<?> table, String content, WorldDiff.Kind kind) {
        return new WorldDiff.Entry(table.name(), content, kind, List.of());
    }

    /** The covered rows of a table under the text of the fields that count. */
    private static Map<String, Row> contents(
            TableKey<?> table, World world, Mirror mirror, Look look) {
        TreeMap<String, Row> contents = new TreeMap<>();
        List<String> assumed = assumedOfAny(table, mirror);
        for (Row row : world.table(table)) {
            if (mirror.covers(table.name(), row.key())) {
                StringBuilder text = new StringBuilder();
                for (FieldSink.Field field : FieldSink.of(row)) {
                    if (isCompared(field.name(), assumed, look)) {
                        text.append(text.isEmpty() ? "" : " ").append(field.value());
                    }
                }
                contents.put(text.toString(), row);
            }
        }
        return contents;
    }

    private static List<String> assumedOfAny(TableKey<?> table, Mirror mirror) {
        List<String> fields = new ArrayList<>();
        for (Row row : mirror.world().table(table)) {
            for (String field : mirror.assumed(table, row.key())) {
                if (!fields.contains(field)) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    /** One line for each difference, the plan's value first. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (WorldDiff.Entry entry : entries) {
            String what = entry.table() + " " + entry.key();
            switch (entry.kind()) {
                case ADDED -> lines.add(what + ": not in the plan");
                case REMOVED -> lines.add(what + ": only in the plan");
                case CHANGED ->
                        entry.fields()
                                .forEach(change ->
                                        lines.add(
                                                what
                                                        + ": "
                                                        + change.field()
                                                        + " is "
                                                        + shown(change.after())
                                                        + ", planned "
                                                        + shown(change.before())));
            }
        }
        return lines;
    }

    private static String shown(String value) {
        return value.isEmpty() ? "nothing" : value;
    }
}
