package org.maquete.ceph.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maquete.ceph.osdmap.Pool;

/** Checks of pools: full, without copies, of an odd number of groups, of no application. */
final class PoolChecks {

    private static final String ENABLE =
            "use 'ceph osd pool application enable <pool-name> <app-name>', where <app-name> is"
                    + " 'cephfs', 'rbd', 'rgw', or freeform for custom applications.";

    private PoolChecks() {}

    static void add(ClusterSnapshot snapshot, List<HealthCheck> checks) {
        List<Pool> pools = snapshot.map().pools();
        full(snapshot, Fullness.NEARFULL, checks);
        full(snapshot, Fullness.BACKFILLFULL, checks);
        full(snapshot, Fullness.FULL, checks);
        List<String> alone = new ArrayList<>();
        List<String> odd = new ArrayList<>();
        List<String> unused = new ArrayList<>();
        for (int i = 0; i < pools.size(); i++) {
            Pool pool = pools.get(i);
            String name = "pool '" + pool.name() + "' ";
            if (pool.shifts() && pool.size() == 1) {
                alone.add(name + "has no replicas configured");
            }
            boolean isScaled = snapshot.pools().get(i).scaling().mode().equals("on");
            if (Integer.bitCount(pool.pgNum()) != 1 && !isScaled) {
                odd.add(name + "pg_num " + pool.pgNum() + " is not a power of two");
            }
        }
        applications(snapshot, unused);
        int unusedCount = unused.size();
        if (unusedCount > 0) {
            unused.add(ENABLE);
            String text = unusedCount + " pool(s) do not have an application enabled";
            checks.add(
                    new HealthCheck(
                            "POOL_APP_NOT_ENABLED", HealthStatus.WARN, text, unusedCount, unused));
        }
        add("POOL_NO_REDUNDANCY", alone, " pool(s) have no replicas configured", checks);
        add("POOL_PG_NUM_NOT_POWER_OF_TWO", odd, " pool(s) have non-power-of-two pg_num", checks);
    }

    /** Pools that hold something for nobody in particular. */
    private static void applications(ClusterSnapshot snapshot, List<String> details) {
        for (PoolStatus pool : snapshot.pools()) {
            if (pool.applications().isEmpty() && snapshot.pgs().total(pool.id()).objects() > 0) {
                String name = snapshot.map().pool(pool.id()).orElseThrow().name();
                details.add("application not enabled on pool '" + name + "'");
            }
        }
    }

    private static void add(
            String code, List<String> details, String text, List<HealthCheck> checks) {
        if (!details.isEmpty()) {
            int count = details.size();
            checks.add(new HealthCheck(code, HealthStatus.WARN, count + text, count, details));
        }
    }

    private static void full(ClusterSnapshot snapshot, Fullness level, List<HealthCheck> checks) {
        List<String> details = new ArrayList<>();
        for (int i = 0; i < snapshot.pools().size(); i++) {
            PoolStatus status = snapshot.pools().get(i);
            if (status.fullness() == level) {
                String why =
                        level != Fullness.FULL
                                ? ""
                                : status.isOverQuota() ? " (running out of quota)" : " (no space)";
                String name = snapshot.map().pools().get(i).name();
                details.add("pool '" + name + "' is " + level.flag() + why);
            }
        }
        String code = "POOL_" + level.flag().toUpperCase(Locale.ROOT);
        add(code, details, " pool(s) " + level.flag(), checks);
    }
}
