package org.maquete.cinder;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack volume set}: all that one line asks for.
 *
 * @param sizeGib the new size, or 0
 * @param properties {@code key=value}: all there shall be, if it sets them
 * @param status what an administrator declares it to be, or empty
 * @param bootable {@code true}, {@code false} or empty
 * @param readOnly {@code true}, {@code false} or empty
 * @param name the new name, or empty
 * @param description the new description, or empty
 */
public record SetVolume(
        String uuid,
        long sizeGib,
        boolean setsProperties,
        List<String> properties,
        String status,
        String bootable,
        String readOnly,
        String name,
        String description,
        boolean admin)
        implements Command {

    public SetVolume {
        properties = List.copyOf(properties);
    }

    @Override
    public Ref subject() {
        return new Ref("volume", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .number("sizeGib", sizeGib)
                .flag("setsProperties", setsProperties)
                .texts("properties", properties)
                .text("status", status)
                .text("bootable", bootable)
                .text("readOnly", readOnly)
                .text("name", name)
                .text("description", description)
                .flag("admin", admin);
    }
}
