package org.maquete.ceph.osdmap;

import java.util.List;
import org.maquete.world.Ints;

/**
 * Where the map overrules CRUSH.
 *
 * @param upmaps whole sets
 * @param upmapItems replacements of one OSD by another
 * @param temps sets that serve while data move
 * @param primaryTemps primaries while data move
 */
public record Exceptions(
        List<Osds> upmaps, List<Items> upmapItems, List<Osds> temps, List<Primary> primaryTemps) {

    public static final Exceptions NONE =
            new Exceptions(List.of(), List.of(), List.of(), List.of());

    public Exceptions {
        upmaps = List.copyOf(upmaps);
        upmapItems = List.copyOf(upmapItems);
        temps = List.copyOf(temps);
        primaryTemps = List.copyOf(primaryTemps);
    }

    /** The OSDs of a group. */
    public record Osds(PgId pg, Ints osds) {}

    /**
     * What is replaced in a group, in order.
     *
     * @param pairs an OSD, and the one in its place, and so on
     */
    public record Items(PgId pg, Ints pairs) {

        public Items {
            if (pairs.count() % 2 != 0) {
                throw new IllegalArgumentException("expected pairs, found " + pairs);
            }
        }
    }

    /** The primary of a group. */
    public record Primary(PgId pg, int osd) {}
}
