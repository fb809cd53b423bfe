package org.maquete.ceph.cluster;

import java.util.List;
import org.maquete.kernel.Distribution;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Span;

/** How long things take. "Seen" is a cluster of three OSDs of 16.2.15 on a loaded machine. */
final class ClusterSpans {

    private static final String SEEN = "seen, Ceph 16.2.15, three hosts: ";

    /** From the death or the start of a monitor to the next quorum. */
    static final Span ELECTION =
            Span.seconds("ceph-cluster.election", 13, 16, SEEN + "MON_DOWN 15 s after SIGKILL");

    /** From the start of a monitor to its being in the quorum. */
    static final Span MON_JOIN =
            Span.seconds("ceph-cluster.mon-join", 1, 2, SEEN + "1 s after its start");

    /** From the start of an OSD to its being up. */
    static final Span OSD_BOOT =
            Span.seconds("ceph-cluster.osd-boot", 3, 6, SEEN + "5 s, also one that was stopped");

    /** From a clean stop to being down. */
    static final Span GOODBYE =
            Span.seconds("ceph-cluster.osd-goodbye", 1, 3, SEEN + "3 s after SIGTERM");

    /** From the death of a process to being down. */
    static final Span REFUSED =
            Span.seconds("ceph-cluster.osd-refused", 1, 2, SEEN + "1 s after SIGKILL");

    /** From the loss of power to being down. */
    static final Span SILENCE =
            Span.seconds(
                    "ceph-cluster.osd-silence",
                    20,
                    28,
                    SEEN + "28 s; osd_heartbeat_grace 20 s, heartbeats each 6 s at most");

    /** How long before its silence an OSD told the monitors last that it lives. */
    static final Span BEACON =
            Span.seconds(
                    "ceph-cluster.osd-beacon",
                    0,
                    300,
                    "Ceph 16.2, osd_beacon_report_interval 300 s");

    /** The monitors look at what is too long down so often. */
    static final Span MON_TICK =
            Span.seconds("ceph-cluster.mon-tick", 0, 5, "Ceph 16.2, mon_tick_interval 5 s");

    /** From a map to the manager's knowing what has become of groups. */
    static final Span PG_REPORT =
            Span.seconds("ceph-cluster.pg-report", 1, 2, SEEN + "stale or peering after 1 s");

    /** OSDs tell the manager of their groups so often; what is over before is never seen. */
    static final Span PG_TICK =
            Span.seconds("ceph-cluster.pg-tick", 0, 5, "Ceph 16.2, mgr_stats_period 5 s");

    /** From a map to groups that serve again. */
    static final Span PEERING =
            Span.seconds("ceph-cluster.peering", 3, 7, SEEN + "3, 4, 5, 6 and 7 s");

    /** From the creation of a pool to groups that serve. */
    static final Span PG_CREATE =
            Span.seconds("ceph-cluster.pg-create", 3, 8, SEEN + "up to 8 s for 225 groups");

    /** Before a group copies. */
    static final Span RECOVERY_START =
            new Span(
                    "ceph-cluster.recovery-start",
                    new Distribution.Uniform(100 * SimTime.MILLISECOND, 200 * SimTime.MILLISECOND),
                    SEEN + "23 groups with 25 objects, one after the other, in 6 to 11 s");

    /** For each copy of an object on a rotating disk; none on others. */
    static final Span RECOVERY_OBJECT =
            new Span(
                    "ceph-cluster.recovery-object",
                    new Distribution.Constant(100 * SimTime.MILLISECOND),
                    "Ceph 16.2, osd_recovery_sleep_hdd 0.1 s");

    /** For each GiB that is copied. */
    static final Span RECOVERY_GIB =
            Span.seconds("ceph-cluster.recovery-gib", 10, 14, "GUESS: 1 Gbit/s, nearly full");

    /** From crossing a ratio to its standing in the map. */
    static final Span FULLNESS =
            Span.seconds("ceph-cluster.fullness", 1, 5, SEEN + "health lags by seconds");

    /** From the making of a pool to the autoscaler's changing it. */
    static final Span AUTOSCALE =
            Span.seconds(
                    "ceph-cluster.autoscale",
                    60,
                    66,
                    SEEN + "62 and 65 s; mgr/pg_autoscaler/sleep_interval 60 s");

    private ClusterSpans() {}

    static List<Span> all() {
        return List.of(
                ELECTION,
                MON_JOIN,
                OSD_BOOT,
                GOODBYE,
                REFUSED,
                SILENCE,
                BEACON,
                MON_TICK,
                PG_REPORT,
                PG_TICK,
                PEERING,
                PG_CREATE,
                RECOVERY_START,
                RECOVERY_OBJECT,
                RECOVERY_GIB,
                FULLNESS,
                AUTOSCALE);
    }
}
