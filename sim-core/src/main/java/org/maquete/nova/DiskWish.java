package org.maquete.nova;

import java.util.List;

/**
 * A volume that a new server is to have as a disk: one entry of {@code block_device_mapping_v2}.
 *
 * @param source what it is made from: {@code volume}, {@code image}, {@code snapshot}, {@code
 *     blank}
 * @param id the id of that, or empty
 * @param sizeGib the size asked for, or 0
 * @param bootIndex 0: the server boots from it; -1: it is no disk to boot from
 * @param deleteOnTermination whether it goes with the server
 * @param device the name asked for, or empty
 */
public record DiskWish(
        String source,
        String id,
        long sizeGib,
        int bootIndex,
        boolean deleteOnTermination,
        String device) {

    /** As one word. */
    public String encoded() {
        return source
                + ":"
                + id
                + ":"
                + sizeGib
                + ":"
                + bootIndex
                + ":"
                + deleteOnTermination
                + ":"
                + device;
    }

    /** What {@link #encoded} made. */
    static DiskWish decoded(String text) {
        String[] parts = text.split(":", 6);
        return new DiskWish(
                parts[0],
                parts[1],
                Long.parseLong(parts[2]),
                Integer.parseInt(parts[3]),
                Boolean.parseBoolean(parts[4]),
                parts[5]);
    }

    static List<String> encoded(List<DiskWish> disks) {
        return disks.stream().map(DiskWish::encoded).toList();
    }
}
