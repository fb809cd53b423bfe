package org.maquete.mysql;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * The leader's charm adds instances to the cluster, which it creates with the first of them.
 *
 * @param name the name of the cluster
 * @param primary the member that takes writes at first
 * @param expelSeconds how long a suspected member is waited for
 * @param units the units, in order
 */
public record AddMembers(
        String model,
        String application,
        String name,
        String primary,
        int expelSeconds,
        List<String> units)
        implements Command {

    public AddMembers {
        units = List.copyOf(units);
    }

    @Override
    public Ref subject() {
        return new Ref("application", application);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model);
        sink.text("application", application);
        sink.text("name", name);
        sink.text("primary", primary);
        sink.number("expelSeconds", expelSeconds);
        sink.texts("units", units);
    }
}
