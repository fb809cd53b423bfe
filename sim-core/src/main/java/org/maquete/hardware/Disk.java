package org.maquete.hardware;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A disk in a machine.
 *
 * @param name its device name: {@code /dev/sdb}
 * @param gb its capacity in 10^9 bytes
 * @param role what it is used for
 * @param pristine whether nothing has ever been written to it
 */
public record Disk(int id, String machine, String name, int gb, DiskRole role, boolean pristine)
        implements Row {

    @Override
    public String key() {
        return machine + " " + name;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("machine", machine)
                .text("name", name)
                .number("gb", gb)
                .text("role", role.name())
                .flag("pristine", pristine);
    }
}
