package org.maquete.ceph.status;

import java.util.List;
import java.util.Locale;
import org.maquete.ceph.osdmap.Pool;

/**
 * {@code ceph osd pool autoscale-status} for people: what the autoscaler thinks of each pool. It
 * wants to change a pool that has over three times too many or too few groups.
 */
final class AutoscaleText {

    // 100, groups an OSD: Ceph 16.2, mon_target_pg_per_osd
    private static final int PGS_PER_OSD = 100;
    // 32, groups: Ceph 16.2, pg_autoscaler PG_NUM_MIN, for a pool without pg_num_min
    private static final int PG_NUM_MIN = 32;
    // 3, times: Ceph 16.2, pg_autoscaler threshold
    private static final double THRESHOLD = 3.0;
    private static final String[] UNITS = {" ", "k", "M", "G", "T", "P"};
    private static final int WIDTH = 6; // <characters>: seen

    private AutoscaleText() {}

    static String of(ClusterSnapshot snapshot) {
        TextTable table = new TextTable();
        table.left("POOL").allRight("SIZE").allRight("TARGET SIZE").allRight("RATE");
        table.allRight("RAW CAPACITY").allRight("RATIO").allRight("TARGET RATIO");
        table.allRight("EFFECTIVE RATIO").allRight("BIAS").allRight("PG_NUM");
        table.allRight("NEW PG_NUM").left("AUTOSCALE").left("BULK");
        long capacity = Usage.total(snapshot).total();
        for (int i = 0; i < snapshot.pools().size(); i++) {
            table.row(cells(snapshot, i, capacity));
        }
        return table.text().replace("\n", "  \n");
    }

    private static List<String> cells(ClusterSnapshot snapshot, int index, long capacity) {
        Pool pool = snapshot.map().pools().get(index);
        PoolStatus.Scaling scaling = snapshot.pools().get(index).scaling();
        long stored = PoolSpace.of(snapshot, index).stored();
        float rate = PoolSpace.rate(snapshot, pool, snapshot.pools().get(index));
        double ratio = capacity == 0 ? 0 : stored * (double) rate / capacity;
        int wanted = wanted(snapshot, index);
        return List.of(
                pool.name(),
                bytes(stored),
                scaling.targetBytes() == 0 ? "" : bytes(scaling.targetBytes()),
                String.valueOf(rate),
                bytes(capacity),
                String.format(Locale.ROOT, "%.4f", ratio),
                scaling.targetRatio() == 0
                        ? ""
                        : String.format(Locale.ROOT, "%.4f", scaling.targetRatio()),
                "",
                "1.0",
                String.valueOf(pool.pgNum()),
                wanted == scaling.pgNumTarget() ? "" : String.valueOf(wanted),
                scaling.mode(),
                scaling.isBulk() ? "True" : "False");
    }

    /** How many groups the autoscaler wants a pool to have; what it has when it is content. */
    static int wanted(ClusterSnapshot snapshot, int index) {
        Pool pool = snapshot.map().pools().get(index);
        PoolStatus.Scaling scaling = snapshot.pools().get(index).scaling();
        long capacity = Usage.total(snapshot).total();
        if (scaling.mode().equals("off") || capacity == 0) {
            return scaling.pgNumTarget();
        }
        long stored = PoolSpace.of(snapshot, index).stored();
        float rate = PoolSpace.rate(snapshot, pool, snapshot.pools().get(index));
        double ratio = Math.max(stored, scaling.targetBytes()) * (double) rate / capacity;
        double target = ratio * PGS_PER_OSD * Usage.inCount(snapshot) / rate;
        int least = scaling.pgNumMin() > 0 ? scaling.pgNumMin() : PG_NUM_MIN;
        int wanted = Math.max(least, nearestPower((int) target));
        wanted = scaling.pgNumMax() > 0 ? Math.min(wanted, scaling.pgNumMax()) : wanted;
        int now = scaling.pgNumTarget();
        boolean isFar = wanted > now * THRESHOLD || wanted < now / THRESHOLD;
        return isFar && ratio <= 1 ? wanted : now;
    }

    private static int nearestPower(int n) {
        if (n < 1) {
            return 1;
        }
        int above = n == 1 ? 1 : Integer.highestOneBit(n - 1) << 1;
        int below = above >> 1;
        return above - n > n - below ? below : above;
    }

    /** Six characters: {@code 11718k}, {@code 768.0M}, {@code 0 }. */
    static String bytes(long value) {
        int unit = 0;
        long whole = value;
        while (String.valueOf(whole).length() > WIDTH - 1) {
            unit++;
            whole /= 1024;
        }
        if (unit == 0) {
            String number = String.valueOf(value);
            return " ".repeat(Math.max(0, WIDTH - 1 - number.length())) + number + UNITS[0];
        }
        double number = value / Math.pow(1024, unit);
        String text = String.format(Locale.ROOT, "%.6f", number).substring(0, WIDTH - 1);
        return (text.endsWith(".") ? " " + text.substring(0, WIDTH - 2) : text) + UNITS[unit];
    }
}
