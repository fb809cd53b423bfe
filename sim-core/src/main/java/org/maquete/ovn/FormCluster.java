package org.maquete.ovn;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * The leader's charm creates both databases, which it then leads.
 *
 * @param leader the unit
 * @param northd the unit whose northd is active
 */
public record FormCluster(String model, String application, String leader, String northd)
        implements Command {

    @Override
    public Ref subject() {
        return new Ref("application", application);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model);
        sink.text("application", application);
        sink.text("leader", leader);
        sink.text("northd", northd);
    }
}
