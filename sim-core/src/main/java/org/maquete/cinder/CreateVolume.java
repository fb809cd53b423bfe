package org.maquete.cinder;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack volume create}; also Nova asks for volumes.
 *
 * @param sizeGib its size; 0: as large as what it is made from
 * @param type the name of a type, or empty for the default
 * @param image the id of an image to copy, or empty
 * @param snapshot the id of a snapshot to copy, or empty
 * @param source the id of a volume to copy, or empty
 * @param properties {@code key=value}
 * @param request by which who asked knows it again, or empty
 */
public record CreateVolume(
        String project,
        String user,
        String name,
        String description,
        long sizeGib,
        String type,
        String image,
        String snapshot,
        String source,
        List<String> properties,
        String request)
        implements Command {

    public CreateVolume {
        properties = List.copyOf(properties);
    }

    @Override
    public Ref subject() {
        return new Ref("volume", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("project", project)
                .text("user", user)
                .text("name", name)
                .text("description", description)
                .number("sizeGib", sizeGib)
                .text("type", type)
                .text("image", image)
                .text("snapshot", snapshot)
                .text("source", source)
                .texts("properties", properties)
                .text("request", request);
    }
}
