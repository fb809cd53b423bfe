package org.maquete.juju.client;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.maquete.kernel.SimTime;

/**
 * Simulated time as Juju prints times. Time 0 is 2026-01-05 08:00:00Z, a Monday morning; the zone
 * is always UTC, so that outputs are the same on every machine. juju 3.6,
 * cmd/juju/common/format.go.
 */
final class JujuTime {

    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 5, 8, 0, 0);
    private static final DateTimeFormatter USUAL =
            DateTimeFormatter.ofPattern("dd MMM yyyy HH:mm:ssXXX", Locale.ROOT);
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssXXX", Locale.ROOT);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ssXXX", Locale.ROOT);

    private JujuTime() {}

    /** {@code 05 Jan 2026 08:00:00Z}. */
    static String usual(long timeNs) {
        return at(timeNs).format(USUAL);
    }

    /** {@code 2026-01-05 08:00:00Z}, with {@code --utc}. */
    static String iso(long timeNs) {
        return at(timeNs).format(ISO);
    }

    /** {@code 08:00:00Z}. */
    static String clock(long timeNs) {
        return at(timeNs).format(CLOCK);
    }

    /** {@code 2026-01-05T08:00:00.5Z}: time.RFC3339Nano of Go, as JSON and YAML have it. */
    static String rfc3339(long timeNs) {
        String seconds = iso(timeNs).replace(' ', 'T');
        long rest = Math.floorMod(timeNs, SimTime.SECOND);
        if (rest == 0) {
            return seconds;
        }
        String digits = String.format(Locale.ROOT, "%09d", rest).replaceAll("0+$", "");
        return seconds.replace("Z", "." + digits + "Z");
    }

    /** The simulated time of either form; a real cluster's time lies before 0 or after. */
    static OptionalLong read(String text) {
        for (DateTimeFormatter form : List.of(USUAL, ISO)) {
            try {
                OffsetDateTime time = OffsetDateTime.parse(text, form);
                long seconds = time.toEpochSecond() - START.toEpochSecond(ZoneOffset.UTC);
                return OptionalLong.of(seconds * SimTime.SECOND);
            } catch (DateTimeParseException other) {
                // the other form, or none
            }
        }
        return OptionalLong.empty();
    }

    private static OffsetDateTime at(long timeNs) {
        return START.plusSeconds(Math.floorDiv(timeNs, SimTime.SECOND)).atOffset(ZoneOffset.UTC);
    }
}
