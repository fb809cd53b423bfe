package org.maquete.ceph.status;

import java.util.ArrayList;
import java.util.List;

/** {@code ceph health} and {@code ceph health detail}. */
final class HealthText {

    private HealthText() {}

    static String of(ClusterSnapshot snapshot, boolean isDetailed, Report report) {
        List<HealthCheck> checks = HealthChecks.of(snapshot);
        if (report.isJson()) {
            JsonText json = report.document().object();
            write(checks, isDetailed, json);
            return json.end().text();
        }
        List<String> summaries = new ArrayList<>();
        checks.forEach(check -> summaries.add(check.summary()));
        StringBuilder text = new StringBuilder(HealthChecks.worst(checks).word());
        text.append(summaries.isEmpty() ? "" : " ").append(String.join("; ", summaries));
        text.append('\n');
        if (isDetailed) {
            checks.forEach(check -> detail(check, text));
        }
        return text.toString();
    }

    private static void detail(HealthCheck check, StringBuilder text) {
        text.append(check.severity().shortWord()).append(' ').append(check.code()).append(": ");
        text.append(check.summary()).append('\n');
        check.details().forEach(line -> text.append("    ").append(line).append('\n'));
    }

    /** Status, checks and mutes, into an object. */
    static void write(List<HealthCheck> checks, boolean isDetailed, JsonText json) {
        json.put("status", HealthChecks.worst(checks).word()).object("checks");
        for (HealthCheck check : checks) {
            json.object(check.code()).put("severity", check.severity().word()).object("summary");
            json.put("message", check.summary()).put("count", check.count()).end();
            if (isDetailed) {
                json.list("detail");
                check.details().forEach(line -> json.object().put("message", line).end());
                json.end();
            }
            json.put("muted", false).end();
        }
        json.end().list("mutes").end();
    }
}
