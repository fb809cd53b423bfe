package org.maquete.nova;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack flavor create}.
 *
 * @param flavorId the id asked for, or {@code auto}
 * @param properties extra specs, {@code key=value}
 */
public record CreateFlavor(
        String flavorId,
        String name,
        int ramMib,
        int diskGib,
        int ephemeralGib,
        int swapMib,
        int vcpus,
        boolean shared,
        List<String> properties)
        implements Command {

    public CreateFlavor {
        properties = List.copyOf(properties);
    }

    @Override
    public Ref subject() {
        return new Ref("flavor", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("flavorId", flavorId)
                .text("name", name)
                .number("ramMib", ramMib)
                .number("diskGib", diskGib)
                .number("ephemeralGib", ephemeralGib)
                .number("swapMib", swapMib)
                .number("vcpus", vcpus)
                .flag("shared", shared)
                .texts("properties", properties);
    }
}
