package org.maquete.juju.bundle;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju deploy} of a bundle that the client has read and planned: carries the changes out,
 * one after the other, and stops at the first that the controller refuses.
 *
 * @param model the model's key, {@code controller:name}
 * @param located what the client told before, a line each
 * @param changes in their order
 * @param readOver what Juju ignores in the texts, and what is not modelled of them: a line each
 */
public record DeployBundle(
        String model, List<String> located, List<BundleChange> changes, List<String> readOver)
        implements Command {

    public DeployBundle {
        located = List.copyOf(located);
        changes = List.copyOf(changes);
        readOver = List.copyOf(readOver);
    }

    @Override
    public Ref subject() {
        return new Ref("model", model);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).texts("located", located);
        sink.texts("changes", changes.stream().map(BundleChange::toString).toList());
        sink.texts("readOver", readOver);
    }
}
