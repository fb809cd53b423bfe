package org.maquete.ceph.status;

import java.util.List;

/**
 * Requests that wait too long.
 *
 * @param oldestSeconds how long the oldest has waited
 * @param daemons where: {@code osd.1}, {@code mon.a}
 */
public record SlowOps(int count, long oldestSeconds, List<String> daemons) {

    public SlowOps {
        daemons = List.copyOf(daemons);
    }

    /** None waits. */
    public static final SlowOps NONE = new SlowOps(0, 0, List.of());
}
