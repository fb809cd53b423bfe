package org.maquete.ovn;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A database has no leader, or no northd holds the lock; empty roles are vacant.
 *
 * @param northbound the unit that still leads the northbound database
 * @param southbound the unit that still leads the southbound database
 * @param northd the unit whose northd is still active
 * @param dueNs when the others have elected; 0 when too few are left
 * @param election its end
 */
public record LeadershipLost(
        String model,
        String application,
        String northbound,
        String southbound,
        String northd,
        long dueNs,
        EventId election)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("application", application);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model);
        sink.text("application", application);
        sink.text("northbound", northbound);
        sink.text("southbound", southbound);
        sink.text("northd", northd);
        sink.number("dueNs", dueNs);
    }
}
