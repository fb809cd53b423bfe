package org.maquete.ceph.balancer;

import java.util.Arrays;
import java.util.Optional;
import org.maquete.ceph.crush.CrushMapper;
import org.maquete.world.Ints;

/** How replacements turn what CRUSH chose for a group into what is wanted. */
final class PgSet {

    private static final int NONE = CrushMapper.NONE;

    private PgSet() {}

    static boolean contains(int[] osds, int osd) {
        for (int each : osds) {
            if (each == osd) {
                return true;
            }
        }
        return false;
    }

    /**
     * The replacements, in an order in which each can be made: Ceph skips one whose target is there
     * already. Empty when there is no such order.
     *
     * @param shifts whether places do not count: then OSDs that stay need no replacement
     */
    static Optional<Ints> pairs(int[] raw, int[] wanted, boolean shifts) {
        int[] froms = new int[raw.length];
        int[] tos = new int[raw.length];
        int fromCount = 0;
        int toCount = 0;
        for (int i = 0; i < raw.length; i++) {
            boolean isOther = raw[i] != wanted[i];
            if (shifts ? !contains(wanted, raw[i]) : isOther) {
                froms[fromCount++] = raw[i];
            }
            if (shifts ? !contains(raw, wanted[i]) : isOther) {
                tos[toCount++] = wanted[i];
            }
        }
        return fromCount == toCount
                ? ordered(raw.clone(), Arrays.copyOf(froms, fromCount), tos)
                : Optional.empty();
    }

    private static Optional<Ints> ordered(int[] osds, int[] froms, int[] tos) {
        int[] pairs = new int[2 * froms.length];
        boolean[] isDone = new boolean[froms.length];
        for (int count = 0; count < pairs.length; count += 2) {
            int next = 0;
            while (next < froms.length && (isDone[next] || contains(osds, tos[next]))) {
                next++;
            }
            if (next == froms.length) {
                return Optional.empty(); // two change places: it takes a third to say so
            }
            isDone[next] = true;
            for (int i = 0; i < osds.length; i++) {
                osds[i] = osds[i] == froms[next] ? tos[next] : osds[i];
            }
            pairs[count] = froms[next];
            pairs[count + 1] = tos[next];
        }
        return Optional.of(Ints.of(pairs));
    }

    /** What replacements make of a set. */
    static int[] applied(int[] raw, Ints pairs) {
        int[] osds = raw.clone();
        for (int p = 0; p < pairs.count(); p += 2) {
            if (contains(osds, pairs.get(p + 1))) {
                continue;
            }
            for (int i = 0; i < osds.length; i++) {
                if (osds[i] == pairs.get(p) && osds[i] != NONE) {
                    osds[i] = pairs.get(p + 1);
                    break;
                }
            }
        }
        return osds;
    }
}
