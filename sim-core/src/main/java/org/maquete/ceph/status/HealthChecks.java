package org.maquete.ceph.status;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Derives from a moment what is not well. */
public final class HealthChecks {

    private static final Comparator<HealthCheck> ORDER = Comparator.comparing(HealthCheck::code);

    /** The codes that follow from a snapshot, beside those of hosts, racks and roots. */
    static final List<String> DERIVED =
            List.of(
                    "MGR_DOWN",
                    "MON_DOWN",
                    "OBJECT_UNFOUND",
                    "OSDMAP_FLAGS",
                    "OSD_BACKFILLFULL",
                    "OSD_DOWN",
                    "OSD_FULL",
                    "OSD_NEARFULL",
                    "PG_AVAILABILITY",
                    "PG_BACKFILL_FULL",
                    "PG_DAMAGED",
                    "PG_DEGRADED",
                    "PG_RECOVERY_FULL",
                    "POOL_APP_NOT_ENABLED",
                    "POOL_BACKFILLFULL",
                    "POOL_FULL",
                    "POOL_NEARFULL",
                    "POOL_NO_REDUNDANCY",
                    "POOL_PG_NUM_NOT_POWER_OF_TWO",
                    "SLOW_OPS",
                    "TOO_FEW_OSDS");

    private HealthChecks() {}

    /** All checks by code, as {@code ceph health detail} prints them. */
    public static List<HealthCheck> of(ClusterSnapshot snapshot) {
        List<HealthCheck> checks = new ArrayList<>(snapshot.reported());
        DaemonChecks.add(snapshot, checks);
        OsdChecks.add(snapshot, checks);
        PoolChecks.add(snapshot, checks);
        PgChecks.add(snapshot, checks);
        checks.sort(ORDER);
        return List.copyOf(checks);
    }

    /** How well a cluster with these checks is. */
    public static HealthStatus worst(List<HealthCheck> checks) {
        HealthStatus worst = HealthStatus.OK;
        for (HealthCheck each : checks) {
            worst = each.severity().compareTo(worst) > 0 ? each.severity() : worst;
        }
        return worst;
    }
}
