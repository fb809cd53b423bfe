package org.maquete.keystone.client;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Simulated time as the services print it. */
public final class Stamp {

    // 2026-01-05T08:00:00Z, date: a convention of this model; no real clock is read
    /** The date at simulated time 0. */
    public static final Instant EPOCH = Instant.ofEpochSecond(1_767_600_000L);

    private static final DateTimeFormatter ZULU =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);
    private static final DateTimeFormatter OFFSET =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'+0000'", Locale.ROOT);
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'.000000'", Locale.ROOT);

    private Stamp() {}

    /** {@code 2026-01-05T08:00:00Z}. */
    public static String zulu(long timeNs) {
        return ZULU.format(at(timeNs));
    }

    /** {@code 2026-01-05T08:00:00+0000}, as Keystone's client prints it. */
    public static String offset(long timeNs) {
        return OFFSET.format(at(timeNs));
    }

    /** {@code 2026-01-05T08:00:00.000000}, as Nova and Cinder print some of theirs. */
    public static String micros(long timeNs) {
        return MICROS.format(at(timeNs));
    }

    private static LocalDateTime at(long timeNs) {
        return LocalDateTime.ofInstant(EPOCH.plusNanos(timeNs), ZoneOffset.UTC);
    }
}
