package org.maquete.ceph.status;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.maquete.kernel.SimTime;

/** Moments as Ceph prints them. */
final class DateText {

    private DateText() {}

    /** {@code 2026-11-21T20:15:44.330830+0000}; {@code 0.000000} for never. */
    static String of(long unixNs) {
        if (unixNs < 10 * 365 * 24 * SimTime.HOUR) {
            return unixNs / SimTime.SECOND + "." + digits(unixNs / 1000 % 1_000_000, 6);
        }
        return date(unixNs) + "+0000";
    }

    /** {@code 2026-11-21T20:15:44.330830Z}. */
    static String zulu(long unixNs) {
        return date(unixNs) + "Z";
    }

    private static String date(long unixNs) {
        Instant instant = Instant.ofEpochSecond(unixNs / SimTime.SECOND, unixNs % SimTime.SECOND);
        LocalDateTime at = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return digits(at.getYear(), 4)
                + "-"
                + digits(at.getMonthValue(), 2)
                + "-"
                + digits(at.getDayOfMonth(), 2)
                + "T"
                + digits(at.getHour(), 2)
                + ":"
                + digits(at.getMinute(), 2)
                + ":"
                + digits(at.getSecond(), 2)
                + "."
                + digits(at.getNano() / 1000, 6);
    }

    private static String digits(long value, int width) {
        String text = Long.toString(value);
        return "0".repeat(Math.max(0, width - text.length())) + text;
    }
}
