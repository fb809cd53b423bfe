package org.maquete.ceph.osdmap;

import java.util.Comparator;
import java.util.Optional;

/**
 * A placement group.
 *
 * @param pool its pool's number
 * @param seed its number in the pool, unsigned; printed in hexadecimal
 */
public record PgId(long pool, int seed) implements Comparable<PgId> {

    private static final Comparator<PgId> ORDER =
            Comparator.comparingLong(PgId::pool)
                    .thenComparingLong(p -> Integer.toUnsignedLong(p.seed()));

    /** Reads {@code 2.1f}. */
    public static Optional<PgId> parse(String text) {
        int dot = text.indexOf('.');
        if (!text.matches("[0-9]{1,18}\\.[0-9a-f]{1,8}")) {
            return Optional.empty();
        }
        long pool = Long.parseLong(text.substring(0, dot));
        return Optional.of(new PgId(pool, Integer.parseUnsignedInt(text.substring(dot + 1), 16)));
    }

    @Override
    public int compareTo(PgId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return pool + "." + Integer.toHexString(seed);
    }
}
