package org.maquete.maas;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Puts a tag on machines and takes it from others.
 *
 * @param added host names
 * @param removed host names
 */
public record TagMachines(String tag, List<String> added, List<String> removed) implements Command {

    public TagMachines {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    @Override
    public Ref subject() {
        return new Ref("tag", tag);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("tag", tag).texts("added", added).texts("removed", removed);
    }
}
