package org.maquete.ceph.status;

/** {@code ceph status --format json}. */
final class StatusJson {

    private final ClusterSnapshot snapshot;
    private final JsonText json;

    private StatusJson(ClusterSnapshot snapshot, Report report) {
        this.snapshot = snapshot;
        this.json = report.document();
    }

    static String of(ClusterSnapshot snapshot, Report report) {
        StatusJson status = new StatusJson(snapshot, report);
        status.write();
        return status.json.text() + "\n";
    }

    private void write() {
        json.object().put("fsid", snapshot.fsid()).object("health");
        HealthText.write(HealthChecks.of(snapshot), false, json);
        json.end();
        MonStatus mons = snapshot.mons();
        json.put("election_epoch", mons.electionEpoch());
        MonText.quorum(mons, json);
        json.put("quorum_age", (snapshot.now() - mons.quorumSince()) / 1_000_000_000L);
        json.object("monmap").put("epoch", mons.mapEpoch());
        json.put("min_mon_release_name", snapshot.version().release());
        json.put("num_mons", mons.mons().size()).end().object("osdmap");
        OsdText.write(snapshot, json);
        json.end();
        pgs();
        json.object("fsmap").put("epoch", 1).list("by_rank").end().put("up:standby", 0).end();
        managers();
        json.end();
    }

    private void pgs() {
        PgSummary pgs = PgSummary.of(snapshot.pgs());
        Space space = Usage.total(snapshot);
        json.object("pgmap").list("pgs_by_state");
        for (PgSummary.Count each : pgs.states().reversed()) {
            json.object().put("state_name", each.text()).put("count", each.count()).end();
        }
        json.end().put("num_pgs", pgs.pgCount()).put("num_pools", snapshot.map().pools().size());
        json.put("num_objects", pgs.total().objects()).put("data_bytes", pgs.total().bytes());
        json.put("bytes_used", space.used()).put("bytes_avail", space.avail());
        json.put("bytes_total", space.total());
        share("unknown_pgs_ratio", pgs.unknown(), pgs);
        share("inactive_pgs_ratio", pgs.inactive(), pgs);
        pgs.write(json);
        ClientLoad load = snapshot.load();
        if (load.recoveredBytes() + load.recoveredObjects() > 0) {
            json.put("recovering_objects_per_sec", load.recoveredObjects());
            json.put("recovering_bytes_per_sec", load.recoveredBytes());
            json.put("recovering_keys_per_sec", 0);
        }
        if (load.readBytes() > 0) {
            json.put("read_bytes_sec", load.readBytes());
        }
        if (load.writtenBytes() > 0) {
            json.put("write_bytes_sec", load.writtenBytes());
        }
        if (load.isBusy()) {
            json.put("read_op_per_sec", load.reads()).put("write_op_per_sec", load.writes());
        }
        json.end();
    }

    private void share(String name, int some, PgSummary pgs) {
        if (some > 0) {
            json.put(name, (double) ((float) some / pgs.pgCount()));
        }
    }

    private void managers() {
        MgrStatus mgr = snapshot.mgr();
        json.object("mgrmap").put("available", mgr.isAvailable());
        json.put("num_standbys", mgr.standbys().size()).list("modules");
        mgr.modules().forEach(json::add);
        json.end().object("services");
        mgr.services().forEach(each -> json.put(each.name(), each.value()));
        json.end().end().object("servicemap").put("epoch", mgr.serviceMap().epoch());
        json.put("modified", DateText.of(mgr.serviceMap().modified())).object("services");
        json.end().end().object("progress_events");
        for (MgrStatus.Progress each : mgr.progress()) {
            json.object(each.id()).put("message", each.message());
            json.put("progress", (double) each.done()).put("add_to_ceph_s", each.isShown()).end();
        }
        json.end();
    }
}
