package org.maquete.mysql;

import java.util.Locale;

/**
 * What {@code cluster.status()} of MySQL Shell 8.0 says of a cluster.
 *
 * @param members instances that belong to it
 * @param online those of them that are reachable
 */
record ClusterHealth(int members, int online) {

    ClusterHealth {
        if (members < 1 || online < 0 || online > members) {
            throw new IllegalArgumentException(
                    "expected 0 <= online <= members, found " + online + " of " + members);
        }
    }

    /** Whether a majority is left, without which nothing can be written or even asked. */
    boolean hasQuorum() {
        return online > members / 2;
    }

    /** {@code Cluster is ONLINE and can tolerate up to ONE failure.} */
    String statusText() {
        int tolerated = (online - 1) / 2;
        int lost = members - online;
        String text =
                switch (tolerated) {
                    case 0 -> "Cluster is NOT tolerant to any failures.";
                    case 1 -> "Cluster is ONLINE and can tolerate up to ONE failure.";
                    default ->
                            String.format(
                                    Locale.ROOT,
                                    "Cluster is ONLINE and can tolerate up to %d failures.",
                                    tolerated);
                };
        return switch (lost) {
            case 0 -> text;
            case 1 -> text + " 1 member is not active.";
            default -> text + " " + lost + " members are not active.";
        };
    }
}
