package org.maquete.guest;

import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * An image that a Docker has, or Docker Hub.
 *
 * @param place the id of the server, {@code docker.io}, or {@code desk}: the operator's own machine
 * @param base the image it was built from, for those of Docker Hub their own name
 * @param command its program and arguments
 */
record Image(
        int id,
        String place,
        String name,
        String base,
        List<String> command,
        List<String> environment,
        List<String> exposed,
        List<String> labels)
        implements Row {

    Image {
        command = List.copyOf(command);
        environment = List.copyOf(environment);
        exposed = List.copyOf(exposed);
        labels = List.copyOf(labels);
    }

    Image numbered(int number) {
        return new Image(number, place, name, base, command, environment, exposed, labels);
    }

    @Override
    public String key() {
        return place + " " + name;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("place", place)
                .text("name", name)
                .text("base", base)
                .texts("command", command)
                .texts("environment", environment)
                .texts("exposed", exposed)
                .texts("labels", labels);
    }

    Image in(String other) {
        return new Image(-1, other, name, base, command, environment, exposed, labels);
    }
}
