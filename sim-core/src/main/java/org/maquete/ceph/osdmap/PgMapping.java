package org.maquete.ceph.osdmap;

import java.util.stream.Collectors;
import org.maquete.world.Ints;

/**
 * Where a group is.
 *
 * @param raw what CRUSH says
 * @param rawPrimary -1 for none, as the other primaries
 * @param up what the map wants
 * @param acting what serves
 */
public record PgMapping(
        Ints raw, int rawPrimary, Ints up, int upPrimary, Ints acting, int actingPrimary) {

    /** {@code 3,1,2}, or {@code none} for an empty one. */
    public static String joined(Ints osds, String none) {
        return osds.count() == 0
                ? none
                : osds.stream().mapToObj(String::valueOf).collect(Collectors.joining(","));
    }
}
