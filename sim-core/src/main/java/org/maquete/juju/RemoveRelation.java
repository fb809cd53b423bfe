package org.maquete.juju;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju remove-relation} with two endpoints.
 *
 * @param model the model's key, {@code controller:name}
 * @param first {@code application} or {@code application:endpoint}
 * @param second the other side
 * @param force whether units that cannot run hooks are not waited for
 */
public record RemoveRelation(String model, String first, String second, boolean force)
        implements Command {

    /** Without {@code --force}. */
    public RemoveRelation(String model, String first, String second) {
        this(model, first, second, false);
    }

    @Override
    public Ref subject() {
        return new Ref("relation", first + " " + second);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("first", first).text("second", second);
        sink.flag("force", force);
    }
}
