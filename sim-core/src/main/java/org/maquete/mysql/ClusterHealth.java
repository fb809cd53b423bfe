package org.maquete.mysql;

import java.util.List;
import java.util.Locale;

/**
 * What {@code cluster.status()} of MySQL Shell 8.0 says of a cluster.
 *
 * @param members instances that belong to it
 * @param online those of them that take part
 * @param quorum whether a majority of those that still count takes part
 */
record ClusterHealth(int members, int online, boolean quorum) {

    ClusterHealth {
        if (members < 1 || online < 0 || online > members) {
            throw new IllegalArgumentException(
                    "expected 0 <= online <= members, found " + online + " of " + members);
        }
    }

    static ClusterHealth of(List<Member> members) {
        int online = 0;
        for (Member member : members) {
            online += member.isOnline() ? 1 : 0;
        }
        return new ClusterHealth(members.size(), online, MysqlView.hasQuorum(members));
    }

    /** {@code OK}, or how far it is from that. */
    String status() {
        if (!quorum) {
            return "NO_QUORUM";
        }
        boolean partial = online < members;
        return tolerated() == 0
                ? partial ? "OK_NO_TOLERANCE_PARTIAL" : "OK_NO_TOLERANCE"
                : partial ? "OK_PARTIAL" : "OK";
    }

    /** {@code Cluster is ONLINE and can tolerate up to ONE failure.} */
    String statusText() {
        int lost = members - online;
        String text =
                switch (tolerated()) {
                    case 0 -> "Cluster is NOT tolerant to any failures.";
                    case 1 -> "Cluster is ONLINE and can tolerate up to ONE failure.";
                    default ->
                            String.format(
                                    Locale.ROOT,
                                    "Cluster is ONLINE and can tolerate up to %d failures.",
                                    tolerated());
                };
        return switch (lost) {
            case 0 -> text;
            case 1 -> text + " 1 member is not active.";
            default -> text + " " + lost + " members are not active.";
        };
    }

    private int tolerated() {
        return (online - 1) / 2;
    }
}
