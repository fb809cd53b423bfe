package org.maquete.ceph.status;

/** {@code ceph versions}, {@code mgr stat} and {@code balancer status}. */
final class MgrText {

    private MgrText() {}

    /** These answer in JSON to people, too. */
    private static Report always(Report report) {
        return report.isJson() ? report : Report.JSON_PRETTY;
    }

    private static String ended(JsonText json, Report report) {
        return json.text() + (report.isJson() ? "" : "\n");
    }

    static String versions(ClusterSnapshot snapshot, Report report) {
        MgrStatus mgr = snapshot.mgr();
        int mons = snapshot.mons().mons().size();
        int mgrs = (mgr.isAvailable() ? 1 : 0) + mgr.standbys().size();
        int osds = (int) Usage.upCount(snapshot);
        String version = snapshot.version().text();
        JsonText json = always(report).document().object();
        count("mon", version, mons, json);
        count("mgr", version, mgrs, json);
        count("osd", version, osds, json);
        json.object("mds").end();
        count("overall", version, mons + mgrs + osds, json);
        return ended(json.end(), report);
    }

    private static void count(String kind, String version, int count, JsonText json) {
        json.object(kind);
        if (count > 0) {
            json.put(version, count);
        }
        json.end();
    }

    static String stat(ClusterSnapshot snapshot, Report report) {
        MgrStatus mgr = snapshot.mgr();
        JsonText json = always(report).document().object().put("epoch", mgr.mapEpoch());
        json.put("available", mgr.isAvailable()).put("active_name", mgr.active());
        json.put("num_standby", mgr.standbys().size()).end();
        return ended(json, report);
    }

    static String balancer(ClusterSnapshot snapshot) {
        MgrStatus.Balancer balancer = snapshot.mgr().balancer();
        JsonText json = new JsonText(true).object().put("active", balancer.isActive());
        json.put("last_optimize_duration", balancer.took());
        json.put("last_optimize_started", balancer.started()).put("mode", balancer.mode());
        json.put("no_optimization_needed", balancer.isContent());
        json.put("optimize_result", balancer.result()).list("plans").end().end();
        return json.text() + "\n";
    }
}
