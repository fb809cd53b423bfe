package org.maquete.nova;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack flavor create}.
 *
 * @param flavorId the id asked for, or {@code auto}
 */
public record CreateFlavor(
        String flavorId,
        String name,
        int ramMib,
        int diskGib,
        int ephemeralGib,
        int swapMib,
        int vcpus,
        boolean shared)
        implements Command {

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
                .flag("shared", shared);
    }
}
