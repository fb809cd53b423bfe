package org.maquete.ceph.status;

import java.util.ArrayList;
import java.util.List;

/** What is told of placement groups in one line. */
final class PgText {

    private PgText() {}

    /** {@code 281 MiB used, 2.7 GiB / 3 GiB avail}. */
    static String usage(Space space) {
        String avail = Units.bytes(space.avail()) + " / " + Units.bytes(space.total()) + " avail";
        return Units.bytes(space.used()) + " used, " + avail;
    }

    /** {@code ceph pg stat}. */
    static String stat(ClusterSnapshot snapshot, Report report) {
        PgSummary pgs = PgSummary.of(snapshot.pgs());
        if (report.isJson()) {
            return statJson(snapshot, pgs, report);
        }
        List<String> states = new ArrayList<>();
        for (PgSummary.Count each : pgs.states()) {
            states.add(each.count() + " " + each.text());
        }
        String text = pgs.pgCount() + " pgs: " + String.join(", ", states) + "; ";
        text += Units.bytes(pgs.total().bytes()) + " data, " + usage(Usage.total(snapshot));
        String client = client(snapshot.load());
        text += client.isEmpty() ? "" : "; " + client;
        for (String line : pgs.lines()) {
            text += "; " + line;
        }
        String recovery = recovery(snapshot.load());
        return text + (recovery.isEmpty() ? "" : "; " + recovery + " recovering") + "\n";
    }

    private static String statJson(ClusterSnapshot snapshot, PgSummary pgs, Report report) {
        Space space = Usage.total(snapshot);
        JsonText json = report.document().object().put("pg_ready", true).object("pg_summary");
        json.list("num_pg_by_state");
        for (PgSummary.Count each : pgs.states()) {
            json.object().put("name", each.text()).put("num", each.count()).end();
        }
        json.end().put("num_pgs", pgs.pgCount()).put("num_bytes", pgs.total().bytes());
        json.put("total_bytes", space.total()).put("total_avail_bytes", space.avail());
        json.put("total_used_bytes", space.used()).put("total_used_raw_bytes", space.used());
        ClientLoad load = snapshot.load();
        if (load.readBytes() > 0) {
            json.put("read_bytes_sec", load.readBytes());
        }
        if (load.writtenBytes() > 0) {
            json.put("write_bytes_sec", load.writtenBytes());
        }
        if (load.isBusy()) {
            json.put("io_sec", load.reads() + load.writes());
        }
        pgs.write(json);
        String text = json.end().end().text();
        return text.substring(0, text.length() - 1) + "\n}";
    }

    /** {@code 1.1 MiB/s wr, 0 op/s rd, 0 op/s wr}; empty when nothing is done. */
    static String client(ClientLoad load) {
        List<String> parts = new ArrayList<>();
        if (load.readBytes() > 0) {
            parts.add(Units.bytes(load.readBytes()) + "/s rd");
        }
        if (load.writtenBytes() > 0) {
            parts.add(Units.bytes(load.writtenBytes()) + "/s wr");
        }
        if (load.isBusy()) {
            parts.add(Units.count(load.reads()) + " op/s rd");
            parts.add(Units.count(load.writes()) + " op/s wr");
        }
        return String.join(", ", parts);
    }

    /** {@code 12 MiB/s, 3 objects/s}; empty when nothing recovers. */
    static String recovery(ClientLoad load) {
        if (load.recoveredBytes() == 0 && load.recoveredObjects() == 0) {
            return "";
        }
        String bytes = Units.bytes(load.recoveredBytes()) + "/s, ";
        return bytes + Units.count(load.recoveredObjects()) + " objects/s";
    }
}
