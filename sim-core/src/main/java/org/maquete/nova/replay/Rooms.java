package org.maquete.nova.replay;

import java.util.Arrays;
import org.maquete.nova.trace.Trace;

/**
 * What Placement could still give on each host, and the first hosts that have room.
 *
 * <p>GET /allocation_candidates with a limit gives the first so many providers that fit. A provider
 * fits if, for each class, used + amount &lt;= (total - reserved) * ratio, and amount &lt;=
 * max_unit, which is the total. Amounts are whole, so both are one comparison with a whole number
 * that is kept: the smaller of what is left and the total.
 *
 * <p>Layout: one array a class, and for each class the largest value of every block of {@value
 * #BLOCK} hosts. A search skips blocks in which some class has no host with room: a cloud that is
 * nearly full costs a look at 4 numbers for 64 hosts. A claim lowers one host; the largest of its
 * block is looked for again only if it was this host's. Some 1 ns a host looked at.
 */
final class Rooms {

    private static final int BITS = 6;
    private static final int BLOCK = 1 << BITS;

    private final int hostCount;
    private final int[][] limits = new int[Resource.COUNT][];
    private final int[][] unitsMax = new int[Resource.COUNT][];
    private final int[][] rooms = new int[Resource.COUNT][];
    private final int[][] blockMax = new int[Resource.COUNT][];
    private final int[] found;

    Rooms(Cloud cloud) {
        hostCount = cloud.trace().hosts().size();
        found = new int[Math.min(hostCount, cloud.candidateCountMax())];
        for (Resource each : Resource.values()) {
            int r = each.ordinal();
            limits[r] = new int[hostCount];
            unitsMax[r] = new int[hostCount];
            rooms[r] = new int[hostCount];
            blockMax[r] = new int[(hostCount + BLOCK - 1) >> BITS];
            for (int i = 0; i < hostCount; i++) {
                Trace.Host host = cloud.trace().hosts().get(i);
                limits[r][i] = each.limit(host.room(), cloud);
                unitsMax[r][i] = each.had(host.room());
            }
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
        for (int block = 0; block < blockMax[resource].length; block++) {
            blockMax[resource][block] = largest(resource, block);
        }
    }

    /** Sets what is used of a class on one host. */
    void set(int resource, int host, int used) {
        int[] room = rooms[resource];
        int[] max = blockMax[resource];
        int block = host >> BITS;
        int old = room[host];
        room[host] = room(resource, host, used);
        if (room[host] >= max[block]) {
            max[block] = room[host];
        } else if (old == max[block]) {
            max[block] = largest(resource, block);
        }
    }

    private int room(int resource, int host, int used) {
        return Math.min(limits[resource][host] - used, unitsMax[resource][host]);
    }

    private int largest(int resource, int block) {
        int[] room = rooms[resource];
        int end = Math.min(hostCount, (block + 1) << BITS);
        int max = room[block << BITS];
        for (int i = (block << BITS) + 1; i < end; i++) {
            max = Math.max(max, room[i]);
        }
        return max;
    }

    /** Whether a host has room for these. */
    boolean fits(int host, Asked.Kind kind) {
        int[] amounts = kind.amounts();
        for (int r = 0; r < Resource.COUNT; r++) {
            if (amounts[r] > 0 && rooms[r][host] < amounts[r]) {
                return false;
            }
        }
        return kind.allowed().length == 0 || kind.allowed()[host];
    }

    /**
     * The first hosts that have room, in order; an array that the next search may overwrite.
     */
    int[] candidates(Asked.Kind kind) {
        int[] amounts = kind.amounts();
        boolean[] allowed = kind.allowed();
        int count = 0;
        for (int block = 0; block < blockMax[0].length && count < found.length; block++) {
            if (blockMax[0][block] < amounts[0]
                    || blockMax[1][block] < amounts[1]
                    || blockMax[2][block] < amounts[2]
                    || blockMax[3][block] < amounts[3]) {
                continue;
            }
            int start = block << BITS;
            int end = Math.min(hostCount, start + BLOCK);
            count =
                    allowed.length == 0
                            ? take(amounts, start, end, count)
                            : takeAllowed(amounts, allowed, start, end, count);
        }
        return count == found.length ? found : Arrays.copyOf(found, count);
    }

    /** One sign for four comparisons: no class is short if no difference is negative. */
    private int take(int[] amounts, int start, int end, int before) {
        int count = before;
        int[] vcpus = rooms[0];
        int[] ram = rooms[1];
        int[] disk = rooms[2];
        int[] gpu = rooms[3];
        for (int i = start; i < end && count < found.length; i++) {
            int sign =
                    (vcpus[i] - amounts[0])
                            | (ram[i] - amounts[1])
                            | (disk[i] - amounts[2])
                            | (gpu[i] - amounts[3]);
            found[count] = i;
            count += 1 + (sign >> 31);
        }
        return count;
    }

    private int takeAllowed(int[] amounts, boolean[] allowed, int start, int end, int before) {
        int count = before;
        for (int i = start; i < end && count < found.length; i++) {
            boolean fits = allowed[i];
            for (int r = 0; r < Resource.COUNT && fits; r++) {
                fits = rooms[r][i] >= amounts[r];
            }
            if (fits) {
                found[count++] = i;
            }
        }
        return count;
    }
}
