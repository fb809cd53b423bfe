package org.maquete.lxd;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Stops a container that runs, in an orderly way or by force, and starts it again. */
public record RestartContainer(String name, boolean force) implements Command {

    @Override
    public Ref subject() {
        return new Ref("container", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).flag("force", force);
    }
}
