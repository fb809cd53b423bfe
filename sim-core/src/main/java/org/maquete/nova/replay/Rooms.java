package org.maquete.nova.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.maquete.nova.trace.Trace;

/**
 * What Placement could still give on each host, and the first hosts that have room.
 *
 * <p>GET /allocation_candidates with a limit gives the first so many providers that fit. A provider
 * fits if, for each class, used + amount &lt;= (total - reserved) * ratio, and amount &lt;=
 * max_unit, which is the total. Amounts are whole, so both are one comparison with a whole number
 * that is kept: the smaller of what is left and the total.
 *
 * <p>Which hosts fit is kept for each kind of request ({@link FirstFitting}). Hosts that change are
 * written down; a kind that is asked for looks again at those that have changed since it was asked
 * for last, mostly a few, or at all of them if they are too many. Memory: 16 bytes a host, and for
 * each kind a bit a host and 4 bytes a candidate.
 */
final class Rooms {

    private static final int NEVER_ASKED = -1;

    private final int hostCount;
    private final int[][] limits = new int[Resource.COUNT][];
    private final int[][] unitsMax = new int[Resource.COUNT][];
    private final int[][] rooms = new int[Resource.COUNT][];
    private final int candidateCountMax;
    private final List<FirstFitting> fittingByKind;
    private final long[] heardByKind;

    /** The hosts that have changed, the last so many, in a ring. */
    private final int[] changed;

    private long changeCount;

    Rooms(Cloud cloud, int kindCount) {
        hostCount = cloud.trace().hosts().size();
        candidateCountMax = Math.min(hostCount, cloud.candidateCountMax());
        changed = new int[Integer.highestOneBit(hostCount) << 1];
        fittingByKind = new ArrayList<>(Collections.nCopies(kindCount, FirstFitting.NONE));
        heardByKind = new long[kindCount];
        Arrays.fill(heardByKind, NEVER_ASKED);
        for (Resource each : Resource.values()) {
            int r = each.number();
            limits[r] = new int[hostCount];
            unitsMax[r] = new int[hostCount];
            rooms[r] = new int[hostCount];
            for (int i = 0; i < hostCount; i++) {
                Trace.Host host = cloud.trace().hosts().get(i);
                limits[r][i] = each.limit(host.room(), cloud);
                unitsMax[r][i] = each.had(host.room());
            }
            restore(r, new int[hostCount]);
        }
    }

    /** How much of a class may be given away on a host in all. */
    int limit(int resource, int host) {
        return limits[resource][host];
    }

    /** Sets what is used of a class on every host. */
    void restore(int resource, int[] used) {
        for (int i = 0; i < hostCount; i++) {
            rooms[resource][i] = room(resource, i, used[i]);
        }
        Arrays.fill(heardByKind, NEVER_ASKED);
    }

    /** Sets what is used of a class on one host; {@link #changed} is to follow. */
    void set(int resource, int host, int used) {
        rooms[resource][host] = room(resource, host, used);
    }

    /** All classes of this host have been set. */
    void changed(int host) {
        changed[(int) (changeCount++ & changed.length - 1)] = host;
    }

    private int room(int resource, int host, int used) {
        return Math.min(limits[resource][host] - used, unitsMax[resource][host]);
    }

    /** Whether a host has room for these. */
    boolean fits(int host, Asked.Kind kind) {
        int[] amounts = kind.amounts();
        int sign = // no difference is negative
                (rooms[0][host] - amounts[0])
                        | (rooms[1][host] - amounts[1])
                        | (rooms[2][host] - amounts[2])
                        | (rooms[3][host] - amounts[3]);
        return sign >= 0 && (kind.allowed().length == 0 || kind.allowed()[host]);
    }

    /** The first hosts that have room, in order; not to be written, good until the next search. */
    int[] candidates(Asked.Kind kind) {
        int number = kind.number();
        long heard = heardByKind[number];
        heardByKind[number] = changeCount;
        if (heard == NEVER_ASKED || changeCount - heard > changed.length) {
            FirstFitting all = new FirstFitting(hostCount, candidateCountMax);
            for (int host = 0; host < hostCount; host++) {
                all.set(host, fits(host, kind));
            }
            fittingByKind.set(number, all);
            return all.first();
        }
        FirstFitting fitting = fittingByKind.get(number);
        for (long n = heard; n < changeCount; n++) {
            int host = changed[(int) (n & changed.length - 1)];
            fitting.set(host, fits(host, kind));
        }
        return fitting.first();
    }
}
