package org.maquete.nova.scheduler;

import java.util.Arrays;

/**
 * Hosts of which what requests take is equal to the last bit, so that weighers of those columns
 * give them one weight: a cloud of ten thousand hosts has some hundred groups of them.
 *
 * <p>{@link #changed} notes a host, {@link #groups} looks at those noted. The number of a group is
 * not used again until there are too many; then all are given anew.
 */
final class AlikeHosts {

    private static final int NUMBERS_SPARE = 64;

    private final TakenColumns byHost;
    private final TakenColumns byGroup;
    private final int[] groups;
    private final int[] noted;
    private final boolean[] isNoted;
    private int notedCount;
    private boolean isNew = true;
    private int groupCount;

    /** Numbers of groups plus 1, by hash; 0 is empty. */
    private final int[] table;

    AlikeHosts(TakenColumns byHost, int hostCount) {
        int numberMax = 2 * hostCount + NUMBERS_SPARE;
        this.byHost = byHost;
        this.byGroup = TakenColumns.of(numberMax);
        this.groups = new int[hostCount];
        this.noted = new int[hostCount];
        this.isNoted = new boolean[hostCount];
        this.table = new int[Integer.highestOneBit(numberMax) << 2];
    }

    /** Numbers of groups are below this. */
    int numberMax() {
        return byGroup.ioOpCounts().length;
    }

    /** What the hosts of a group have, by its number. */
    TakenColumns columns() {
        return byGroup;
    }

    /** What is taken of this host has changed. */
    void changed(int host) {
        if (!isNoted[host]) {
            isNoted[host] = true;
            noted[notedCount++] = host;
        }
    }

    /** The number of each host's group, as it is now. */
    int[] groups() {
        if (isNew || groupCount + notedCount > numberMax()) {
            isNew = false;
            groupCount = 0;
            Arrays.fill(table, 0);
            for (int host = 0; host < groups.length; host++) {
                groups[host] = numberOf(host);
            }
        }
        for (int n = 0; n < notedCount; n++) {
            int host = noted[n];
            groups[host] = numberOf(host);
            isNoted[host] = false;
        }
        notedCount = 0;
        return groups;
    }

    private int numberOf(int host) {
        int mask = table.length - 1;
        int at = byHost.hashOf(host) & mask;
        while (table[at] != 0) {
            int group = table[at] - 1;
            if (byGroup.isAlike(group, byHost, host)) {
                return group;
            }
            at = at + 1 & mask;
        }
        table[at] = groupCount + 1;
        byGroup.copy(host, byHost, groupCount);
        return groupCount++;
    }
}
