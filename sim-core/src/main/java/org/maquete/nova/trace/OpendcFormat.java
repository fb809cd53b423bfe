package org.maquete.nova.trace;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** OpenDC's table {@code tasks}, and the ids of {@code fragments}, as CSV or JSON. */
final class OpendcFormat {

    private static final int CPU_COUNT_MAX = 1_000_000; // <VCPU>: GUESS, a typing error
    private static final double MILLIS_MAX = 1e15; // <ms>: GUESS, beyond any calendar
    private static final String[] TASK = {
        "id", "submission_time", "duration", "cpu_count", "mem_capacity"
    };
    private static final String[] FRAGMENT = {"id", "duration", "cpu_usage"};

    private OpendcFormat() {}

    private record Task(String id, long submittedMs, long durationMs, Amounts amounts) {}

    static Trace read(List<TraceText> texts, Flaws flaws) {
        TraceText tasks = texts.getFirst();
        TraceTable table = TraceTable.csv(asCsv(tasks, flaws, TASK), flaws, TASK);
        List<Task> read = new ArrayList<>();
        Set<String> ids = new TreeSet<>();
        long firstMs = Long.MAX_VALUE;
        while (table.next()) {
            long submittedMs = submitted(table);
            long durationMs = Math.round(table.real(2, 0, MILLIS_MAX));
            int ramMib = (int) Math.ceil(table.real(4, 0, Integer.MAX_VALUE));
            Amounts amounts = Amounts.of(table.count(3, 0, CPU_COUNT_MAX), ramMib, 0);
            if (!ids.add(table.name(0))) {
                table.flaw("each task once", table.text(0) + " twice");
            }
            read.add(new Task(table.text(0), submittedMs, durationMs, amounts));
            firstMs = Math.min(firstMs, submittedMs);
        }
        if (texts.size() > 1) {
            fragments(texts.get(1), ids, flaws);
        }
        List<Trace.Request> requests = new ArrayList<>();
        for (Task each : read) {
            long arrivalNs = Duration.ofMillis(each.submittedMs() - firstMs).toNanos();
            long endNs = arrivalNs + Duration.ofMillis(each.durationMs()).toNanos();
            String name = "task " + each.id();
            requests.add(new Trace.Request(name, arrivalNs, endNs, each.amounts(), List.of()));
        }
        return new Trace("opendc " + tasks.file(), List.of(), requests);
    }

    /** Milliseconds since 1970, or a date as in {@code 2013-08-12T13:35:46Z}. */
    private static long submitted(TraceTable table) {
        String text = table.text(1);
        if (text.indexOf('T') < 0) {
            return Math.round(table.real(1, 0, MILLIS_MAX));
        }
        try {
            return Instant.parse(text.endsWith("Z") ? text : text + "Z").toEpochMilli();
        } catch (DateTimeException e) {
            table.flaw("milliseconds or a date as submission_time", "\"" + text + "\"");
            return 0;
        }
    }

    private static void fragments(TraceText source, Set<String> ids, Flaws flaws) {
        TraceTable table = TraceTable.csv(asCsv(source, flaws, FRAGMENT), flaws, FRAGMENT);
        while (table.next()) {
            table.real(1, 0, MILLIS_MAX);
            table.real(2, 0, Double.MAX_VALUE);
            if (!ids.contains(table.text(0))) {
                table.flaw("the id of a task", "\"" + table.text(0) + "\"");
            }
        }
    }

    /** A JSON array of objects as CSV with these columns; an element is a line of it. */
    private static TraceText asCsv(TraceText source, Flaws flaws, String... columns) {
        if (!source.text().strip().startsWith("[")) {
            return source;
        }
        StringBuilder csv = new StringBuilder(String.join(",", columns));
        try {
            for (JsonNode element : new ObjectMapper().readTree(source.text())) {
                csv.append('\n');
                for (String column : columns) {
                    String value = element.path(column).asString("");
                    csv.append(column.equals(columns[0]) ? "" : ",").append(value);
                }
            }
        } catch (JacksonException e) {
            flaws.add(source.file(), 0, "JSON", String.valueOf(e.getOriginalMessage()));
        }
        return new TraceText(source.file() + " element", csv.toString());
    }
}
