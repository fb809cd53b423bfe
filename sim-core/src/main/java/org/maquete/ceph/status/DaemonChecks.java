package org.maquete.ceph.status;

import java.util.List;
import java.util.stream.Collectors;

/** Checks of monitors, managers and slow requests. */
final class DaemonChecks {

    private DaemonChecks() {}

    static void add(ClusterSnapshot snapshot, List<HealthCheck> checks) {
        mons(snapshot.mons(), checks);
        if (!snapshot.mgr().isAvailable()) {
            String text = "no active mgr";
            checks.add(new HealthCheck("MGR_DOWN", HealthStatus.WARN, text, 0, List.of()));
        }
        slowOps(snapshot.slowOps(), checks);
    }

    private static void mons(MonStatus mons, List<HealthCheck> checks) {
        List<MonStatus.Mon> outside = mons.outside();
        if (outside.isEmpty()) {
            return;
        }
        String quorum =
                mons.quorum().stream().map(MonStatus.Mon::name).collect(Collectors.joining(","));
        String all = outside.size() + "/" + mons.mons().size();
        List<String> details = outside.stream().map(DaemonChecks::isDown).toList();
        checks.add(
                new HealthCheck(
                        "MON_DOWN",
                        HealthStatus.WARN,
                        all + " mons down, quorum " + quorum,
                        outside.size(),
                        details));
    }

    private static String isDown(MonStatus.Mon mon) {
        String who = "mon." + mon.name() + " (rank " + mon.rank() + ")";
        return who + " addr " + mon.endpoint().text() + " is down (out of quorum)";
    }

    private static void slowOps(SlowOps ops, List<HealthCheck> checks) {
        if (ops.count() == 0) {
            return;
        }
        List<String> daemons = ops.daemons();
        String where =
                switch (daemons.size()) {
                    case 0 -> "";
                    case 1 -> ", " + daemons.getFirst() + " has slow ops";
                    default -> ", daemons [" + String.join(",", daemons) + "] have slow ops.";
                };
        String age = " slow ops, oldest one blocked for " + ops.oldestSeconds() + " sec";
        checks.add(
                new HealthCheck(
                        "SLOW_OPS",
                        HealthStatus.WARN,
                        ops.count() + age + where,
                        ops.count(),
                        List.of()));
    }
}
