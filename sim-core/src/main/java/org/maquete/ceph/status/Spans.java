package org.maquete.ceph.status;

import org.maquete.ceph.crush.StreamNumber;
import org.maquete.kernel.SimTime;

/** Spans of time as Ceph tells them: the largest unit of which there are at least two. */
final class Spans {

    private static final long DAY_S = 24 * 3600;
    private static final long WEEK_S = 7 * DAY_S;
    private static final long MONTH_S = 30 * DAY_S;
    private static final long YEAR_S = 365 * DAY_S;

    private Spans() {}

    /**
     * {@code 0.5s}, {@code 26s}, {@code 2m}, {@code 3h}, {@code 5d}; {@code 119s} because it is not
     * yet 2m.
     */
    static String text(long spanNs) {
        if (spanNs < 2 * SimTime.SECOND) {
            return StreamNumber.of((float) spanNs / SimTime.SECOND) + "s";
        }
        long s = spanNs / SimTime.SECOND;
        if (s < 120) {
            return s + "s";
        }
        if (s < 120 * 60) {
            return s / 60 + "m";
        }
        if (s < 48 * 3600) {
            return s / 3600 + "h";
        }
        if (s < 14 * DAY_S) {
            return s / DAY_S + "d";
        }
        if (s < 12 * WEEK_S) {
            return s / WEEK_S + "w";
        }
        return s < 2 * YEAR_S ? s / MONTH_S + "M" : s / YEAR_S + "y";
    }
}
