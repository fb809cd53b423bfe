package org.maquete.ceph.status;

import java.util.List;

/**
 * The monitors. Times in nanoseconds since 1970 (UTC).
 *
 * @param mapEpoch of the monmap
 * @param electionEpoch grows by two with each election that ended
 * @param quorumSince when the present quorum was formed
 * @param mons by rank
 */
public record MonStatus(
        int mapEpoch,
        int electionEpoch,
        long quorumSince,
        long created,
        long modified,
        List<Mon> mons) {

    public MonStatus {
        mons = List.copyOf(mons);
        for (int i = 0; i < mons.size(); i++) {
            if (mons.get(i).rank() != i) {
                throw new IllegalArgumentException("expected ranks from 0, found " + mons);
            }
        }
    }

    /**
     * A monitor.
     *
     * @param name {@code a}, or with charms the name of its host
     */
    public record Mon(int rank, String name, Endpoint endpoint, boolean isInQuorum) {}

    /** Whether a majority is there. */
    public boolean hasQuorum() {
        return 2 * mons.stream().filter(Mon::isInQuorum).count() > mons.size();
    }

    /** The monitors in the quorum, by rank: the first leads. */
    public List<Mon> quorum() {
        return mons.stream().filter(Mon::isInQuorum).toList();
    }

    /** The monitors that are not. */
    public List<Mon> outside() {
        return mons.stream().filter(mon -> !mon.isInQuorum()).toList();
    }
}
