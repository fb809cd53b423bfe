package org.maquete.hardware;

import java.util.Locale;

/**
 * A disk to be put into a machine.
 *
 * @param name its device name: {@code /dev/sdb}
 * @param gb its capacity in 10^9 bytes
 * @param role what it is used for
 * @param pristine whether nothing has ever been written to it
 */
public record DiskSpec(String name, int gb, DiskRole role, boolean pristine) {

    /** All components in one line. */
    public String text() {
        String used = pristine ? " pristine" : "";
        return name + " " + gb + " GB " + role.name().toLowerCase(Locale.ROOT) + used;
    }
}
