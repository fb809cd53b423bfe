package org.maquete.ceph.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.maquete.ceph.status.MonStatus.Mon;

/** {@code ceph status}, or {@code ceph -s}, for people. */
final class StatusText {

    private static final String GAP = " \n";
    private static final String PGS = "    pgs:     ";

    private final ClusterSnapshot snapshot;
    private final StringBuilder text = new StringBuilder();

    private StatusText(ClusterSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    static String of(ClusterSnapshot snapshot) {
        StatusText status = new StatusText(snapshot);
        status.cluster();
        status.services();
        status.stored();
        status.load();
        status.progress();
        return status.text.toString();
    }

    private void cluster() {
        List<HealthCheck> checks = HealthChecks.of(snapshot);
        text.append("  cluster:\n    id:     ").append(snapshot.fsid());
        text.append("\n    health: ").append(HealthChecks.worst(checks).word()).append('\n');
        checks.forEach(check -> text.append(" ".repeat(12)).append(check.summary()).append('\n'));
        text.append(GAP);
    }

    private void services() {
        List<Named> others = snapshot.mgr().serviceMap().services();
        int width = 3;
        for (Named each : others) {
            width = Math.max(width, each.name().length());
        }
        text.append("  services:\n");
        service("mon", width, mons());
        service("mgr", width, mgr());
        service("osd", width, OsdText.counts(snapshot) + OsdText.remapped(snapshot));
        String flags = OsdText.flags(snapshot);
        if (!flags.isEmpty()) {
            text.append(" ".repeat(6 + width)).append(flags).append('\n');
        }
        for (Named each : others) {
            service(each.name(), width, each.value());
        }
        text.append(GAP);
    }

    private void service(String name, int width, String words) {
        text.append("    ").append(name).append(": ").repeat(' ', width - name.length());
        text.append(words).append('\n');
    }

    private String mons() {
        MonStatus mons = snapshot.mons();
        String age = " (age " + Spans.text(snapshot.now() - mons.quorumSince()) + ")";
        String quorum = mons.mons().size() + " daemons, quorum " + names(mons.quorum()) + age;
        return mons.outside().isEmpty()
                ? quorum
                : quorum + ", out of quorum: " + String.join(", ", namesOf(mons.outside()));
    }

    private static String names(List<Mon> mons) {
        return String.join(",", namesOf(mons));
    }

    private static List<String> namesOf(List<Mon> mons) {
        return mons.stream().map(Mon::name).toList();
    }

    private String mgr() {
        MgrStatus mgr = snapshot.mgr();
        String since = "since " + Spans.text(snapshot.now() - mgr.activeSince()) + ")";
        if (!mgr.isAvailable()) {
            return "no daemons active (" + since;
        }
        String active = mgr.active() + "(active, " + since;
        return mgr.standbys().isEmpty()
                ? active
                : active + ", standbys: " + String.join(", ", mgr.standbys());
    }

    private void stored() {
        PgSummary pgs = PgSummary.of(snapshot.pgs());
        text.append("  data:\n    pools:   ").append(snapshot.map().pools().size());
        text.append(" pools, ").append(pgs.pgCount()).append(" pgs\n    objects: ");
        text.append(Units.count(pgs.total().objects())).append(" objects, ");
        text.append(Units.bytes(pgs.total().bytes())).append("\n    usage:   ");
        text.append(PgText.usage(Usage.total(snapshot))).append('\n');
        List<String> lines = new ArrayList<>();
        percent(pgs.unknown(), pgs, "unknown", lines);
        percent(pgs.inactive(), pgs, "not active", lines);
        lines.addAll(pgs.lines());
        int width = 0;
        for (PgSummary.Count each : pgs.states()) {
            width = Math.max(width, String.valueOf(each.count()).length());
        }
        for (PgSummary.Count each : pgs.states().reversed()) {
            String count = String.valueOf(each.count());
            lines.add(count + " ".repeat(width - count.length() + 1) + each.text());
        }
        text.append(PGS);
        text.append(lines.stream().collect(Collectors.joining("\n" + " ".repeat(PGS.length()))));
        text.append('\n').append(GAP);
    }

    private static void percent(int some, PgSummary pgs, String word, List<String> lines) {
        if (some > 0) {
            float percent = (float) some / pgs.pgCount();
            lines.add(String.format(Locale.ROOT, "%.3f%% pgs %s", percent * 100.0, word));
        }
    }

    private void load() {
        String client = PgText.client(snapshot.load());
        String recovery = PgText.recovery(snapshot.load());
        if (client.isEmpty() && recovery.isEmpty()) {
            return;
        }
        text.append("  io:\n");
        text.append(client.isEmpty() ? "" : "    client:   " + client + "\n");
        text.append(recovery.isEmpty() ? "" : "    recovery: " + recovery + "\n");
        text.append(GAP);
    }

    private void progress() {
        List<MgrStatus.Progress> shown =
                snapshot.mgr().progress().stream().filter(MgrStatus.Progress::isShown).toList();
        if (!shown.isEmpty()) {
            text.append("  progress:\n");
            shown.forEach(each -> text.append("    ").append(each.message()).append('\n'));
            text.append(GAP);
        }
    }
}
