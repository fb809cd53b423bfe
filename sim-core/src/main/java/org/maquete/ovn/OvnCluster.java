package org.maquete.ovn;

import org.maquete.kernel.EventId;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * The two database clusters of an application and its northd.
 *
 * @param application the application; the natural key is {@code model application} with a blank
 * @param northbound the unit that leads {@code ovnnb_db}; empty while nobody does
 * @param southbound the unit that leads {@code ovnsb_db}; empty while nobody does
 * @param northd the unit whose northd is active; empty while none is
 * @param dueNs when the pending election ends; 0 when there is none
 * @param election its end
 */
public record OvnCluster(
        int id,
        String model,
        String application,
        String northbound,
        String southbound,
        String northd,
        long dueNs,
        EventId election)
        implements Row {

    @Override
    public String key() {
        return model + " " + application;
    }

    /** The same with these in the three roles, and an election pending or none. */
    OvnCluster led(
            String northbound, String southbound, String northd, long dueNs, EventId election) {
        return new OvnCluster(
                id, model, application, northbound, southbound, northd, dueNs, election);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("application", application);
        sink.text("northbound", northbound).text("southbound", southbound);
        sink.text("northd", northd).number("dueNs", dueNs);
    }
}
