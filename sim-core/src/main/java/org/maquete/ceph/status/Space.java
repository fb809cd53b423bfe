package org.maquete.ceph.status;

/**
 * What an OSD reported of its disk, in bytes.
 *
 * @param used all that is taken, the store's own overhead with it
 * @param data of it, objects' data
 * @param omap of it, objects' keys and values
 * @param meta of it, what the store keeps for itself
 */
public record Space(long total, long used, long avail, long data, long omap, long meta) {

    /** No report yet. */
    public static final Space NONE = new Space(0, 0, 0, 0, 0, 0);

    /** The sum of two. */
    public Space plus(Space other) {
        return new Space(
                total + other.total,
                used + other.used,
                avail + other.avail,
                data + other.data,
                omap + other.omap,
                meta + other.meta);
    }
}
