package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju remove-application}.
 *
 * @param model the model's key, {@code controller:name}
 * @param applications their names, at least one
 */
public record RemoveApplication(String model, List<String> applications, Removal how)
        implements Command {

    public RemoveApplication {
        applications = List.copyOf(applications);
    }

    /** One of them. */
    public RemoveApplication(String model, String application, boolean force) {
        this(model, List.of(application), force ? Removal.FORCED : Removal.PLAIN);
    }

    @Override
    public Ref subject() {
        return new Ref("application", String.join(" ", applications));
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).texts("applications", applications);
        how.encode(sink);
    }
}
