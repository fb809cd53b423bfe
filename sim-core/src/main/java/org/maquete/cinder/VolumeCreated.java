package org.maquete.cinder;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * There is one volume more, without a back end yet.
 *
 * @param properties {@code key=value}
 * @param request by which who asked knows it again, or empty
 */
public record VolumeCreated(
        String uuid,
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
        implements Fact {

    public VolumeCreated {
        properties = List.copyOf(properties);
    }

    @Override
    public Ref subject() {
        return new Ref("volume", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("project", project)
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
