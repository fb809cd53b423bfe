package org.maquete.ovn;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Both databases exist and have a leader.
 *
 * @param leader the unit that leads both
 * @param northd the unit whose northd is active
 */
public record ClusterFormed(String model, String application, String leader, String northd)
        implements Fact {

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
