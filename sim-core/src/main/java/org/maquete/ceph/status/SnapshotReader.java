package org.maquete.ceph.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.ceph.crush.CrushJsonReader;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.crush.CrushReading;
import org.maquete.ceph.crush.Flaw;
import org.maquete.ceph.crush.JsonPart;
import org.maquete.ceph.osdmap.OsdMap;
import org.maquete.ceph.osdmap.OsdMapJsonReader;
import org.maquete.ceph.osdmap.OsdMapReading;
import org.maquete.kernel.SimTime;

/** Makes a snapshot of what a real cluster answered. */
public final class SnapshotReader {

    private static final String EDITED = "Maybe the document was edited or cut.";

    private final SnapshotDocuments documents;
    private final List<Flaw> flaws = new ArrayList<>();

    private SnapshotReader(SnapshotDocuments documents) {
        this.documents = documents;
    }

    /** Reads all documents, or tells all flaws. */
    public static SnapshotReading read(SnapshotDocuments documents) {
        SnapshotReader reader = new SnapshotReader(documents);
        Optional<ClusterSnapshot> snapshot = reader.snapshot();
        return reader.flaws.isEmpty()
                ? new SnapshotReading(snapshot, reader.flaws)
                : new SnapshotReading(Optional.empty(), reader.flaws);
    }

    private Optional<ClusterSnapshot> snapshot() {
        OsdMapReading map = OsdMapJsonReader.read(documents.osdDump());
        CrushReading crush = CrushJsonReader.read(documents.crushDump());
        flaws.addAll(map.flaws());
        flaws.addAll(crush.flaws());
        Optional<JsonPart> osds = document(documents.osdDump(), "osd dump");
        Optional<JsonPart> pgs = document(documents.pgDump(), "pg dump");
        Optional<JsonPart> quorum = document(documents.quorumStatus(), "quorum_status");
        Optional<JsonPart> mgr = document(documents.mgrDump(), "mgr dump");
        Optional<JsonPart> health = document(documents.healthDetail(), "health detail");
        Optional<JsonPart> status = document(documents.status(), "status");
        Optional<JsonPart> balancer = document(documents.balancer(), "balancer status");
        if (!flaws.isEmpty()) {
            return Optional.empty();
        }
        OsdMap osdMap = map.map().orElseThrow();
        CrushMap crushMap = crush.map().orElseThrow();
        JsonPart dump = osds.orElseThrow();
        JsonPart pgMap = pgs.orElseThrow().at("pg_map");
        OsdDumpReader reader = new OsdDumpReader(dump, pgMap);
        MonStatus mons = mons(quorum.orElseThrow());
        MgrStatus managers =
                mgr(mgr.orElseThrow(), status.orElseThrow(), balancer(balancer.orElseThrow()));
        List<HealthCheck> checks = checks(health.orElseThrow());
        ClientLoad load = load(status.orElseThrow().at("pgmap"));
        PgTable table = reader.pgs();
        List<OsdStatus> osdStates = reader.osds();
        List<PoolStatus> pools = reader.pools();
        if (!flaws.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new ClusterSnapshot(
                        dump.at("fsid").text(),
                        CephVersion.PACIFIC,
                        documents.now(),
                        mons,
                        managers,
                        osdMap,
                        crushMap,
                        reader.stamps(),
                        reader.settings(),
                        osdStates,
                        pools,
                        table,
                        slowOps(checks),
                        load,
                        checks.stream().filter(each -> !isDerived(each)).toList()));
    }

    private Optional<JsonPart> document(String text, String what) {
        return JsonPart.document(text, "the JSON of \"ceph " + what + "\"", flaws);
    }

    private MonStatus mons(JsonPart part) {
        List<Long> quorum = new ArrayList<>();
        part.at("quorum").list().forEach(rank -> quorum.add(rank.whole(0, 1000)));
        JsonPart map = part.at("monmap");
        List<MonStatus.Mon> mons = new ArrayList<>();
        for (JsonPart mon : map.at("mons").list()) {
            int rank = (int) mon.at("rank").whole(0, 1000);
            boolean isIn = quorum.contains((long) rank);
            Endpoint at = OsdDumpReader.endpoint(mon.at("public_addrs"));
            mons.add(new MonStatus.Mon(rank, mon.at("name").text(), at, isIn));
        }
        long age = part.at("quorum_age").whole(0, Integer.MAX_VALUE);
        return new MonStatus(
                (int) map.at("epoch").whole(0, Integer.MAX_VALUE),
                (int) part.at("election_epoch").whole(0, Integer.MAX_VALUE),
                documents.now() - age * SimTime.SECOND,
                Moments.read(map.at("created")),
                Moments.read(map.at("modified")),
                mons);
    }

    private MgrStatus mgr(JsonPart dump, JsonPart status, MgrStatus.Balancer balancer) {
        List<String> standbys = new ArrayList<>();
        dump.at("standbys").list().forEach(each -> standbys.add(each.at("name").text()));
        List<String> modules = new ArrayList<>();
        dump.at("modules").list().forEach(each -> modules.add(each.text()));
        List<Named> services = new ArrayList<>();
        for (Map.Entry<String, JsonPart> each : dump.at("services").entries()) {
            services.add(new Named(each.getKey(), each.getValue().text()));
        }
        List<MgrStatus.Progress> progress = new ArrayList<>();
        for (Map.Entry<String, JsonPart> each : status.at("progress_events").entries()) {
            JsonPart event = each.getValue();
            float done = (float) event.at("progress").node().asDouble(0);
            boolean isShown = event.at("add_to_ceph_s").node().asBoolean(false);
            progress.add(
                    new MgrStatus.Progress(
                            each.getKey(), event.at("message").text(), done, isShown));
        }
        JsonPart map = status.at("servicemap");
        MgrStatus.ServiceMap serviceMap =
                new MgrStatus.ServiceMap(
                        (int) map.at("epoch").whole(0, Integer.MAX_VALUE),
                        Moments.read(map.at("modified")),
                        List.of());
        return new MgrStatus(
                (int) dump.at("epoch").whole(0, Integer.MAX_VALUE),
                dump.at("active_name").optionalText(),
                Moments.read(dump.at("active_change")),
                standbys,
                modules,
                services,
                balancer,
                serviceMap,
                progress);
    }

    private static MgrStatus.Balancer balancer(JsonPart part) {
        return new MgrStatus.Balancer(
                part.at("active").node().asBoolean(false),
                part.at("mode").optionalText(),
                part.at("last_optimize_started").optionalText(),
                part.at("last_optimize_duration").optionalText(),
                part.at("optimize_result").optionalText(),
                part.at("no_optimization_needed").node().asBoolean(false));
    }

    private List<HealthCheck> checks(JsonPart part) {
        List<HealthCheck> checks = new ArrayList<>();
        for (Map.Entry<String, JsonPart> each : part.at("checks").entries()) {
            JsonPart check = each.getValue();
            List<String> details = new ArrayList<>();
            check.at("detail").list().forEach(line -> details.add(line.at("message").text()));
            String severity = check.at("severity").text();
            JsonPart summary = check.at("summary");
            HealthStatus status =
                    severity.equals("HEALTH_ERR") ? HealthStatus.ERR : HealthStatus.WARN;
            String message = summary.at("message").text();
            long count = summary.at("count").whole(0, Long.MAX_VALUE, 0);
            if (message.isEmpty()) {
                part.flaw("a message", "nothing", EDITED);
            } else {
                checks.add(new HealthCheck(each.getKey(), status, message, count, details));
            }
        }
        return checks;
    }

    private static SlowOps slowOps(List<HealthCheck> checks) {
        for (HealthCheck each : checks) {
            if (each.code().equals("SLOW_OPS")) {
                String[] words = each.summary().replaceAll("[\\[\\],.]+$", "").split(" ", -1);
                long oldest = 0;
                List<String> daemons = new ArrayList<>();
                for (int i = 1; i < words.length; i++) {
                    if (words[i].equals("sec,") || words[i].equals("sec")) {
                        oldest = Long.parseLong(words[i - 1]);
                    }
                    String name = words[i].replaceAll("[\\[\\]]", "");
                    if (name.matches("(osd|mon|mds)\\..*")) {
                        daemons.addAll(List.of(name.split(",", -1)));
                    }
                }
                return new SlowOps((int) each.count(), oldest, daemons);
            }
        }
        return SlowOps.NONE;
    }

    /** Whether it follows from the rest of the snapshot. */
    private static boolean isDerived(HealthCheck check) {
        return HealthChecks.DERIVED.contains(check.code())
                || check.code().matches("OSD_[A-Z]+_DOWN");
    }

    private static ClientLoad load(JsonPart part) {
        return new ClientLoad(
                part.at("read_bytes_sec").whole(0, Long.MAX_VALUE, 0),
                part.at("write_bytes_sec").whole(0, Long.MAX_VALUE, 0),
                part.at("read_op_per_sec").whole(0, Long.MAX_VALUE, 0),
                part.at("write_op_per_sec").whole(0, Long.MAX_VALUE, 0),
                part.at("recovering_bytes_per_sec").whole(0, Long.MAX_VALUE, 0),
                part.at("recovering_objects_per_sec").whole(0, Long.MAX_VALUE, 0));
    }
}
