package org.maquete.nova;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** There is one flavor more. */
public record FlavorCreated(
        String uuid,
        String name,
        int ramMib,
        int diskGib,
        int ephemeralGib,
        int swapMib,
        int vcpus,
        boolean shared)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("flavor", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("name", name)
                .number("ramMib", ramMib)
                .number("diskGib", diskGib)
                .number("ephemeralGib", ephemeralGib)
                .number("swapMib", swapMib)
                .number("vcpus", vcpus)
                .flag("shared", shared);
    }
}
