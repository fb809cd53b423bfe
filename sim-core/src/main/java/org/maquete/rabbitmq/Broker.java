package org.maquete.rabbitmq;

import org.maquete.kernel.EventId;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A node of a RabbitMQ cluster; it stays when its unit has gone without saying goodbye.
 *
 * @param unit {@code rabbitmq-server/0}; the natural key is {@code model unit} with a blank
 * @param node {@code rabbit@juju-df2f3d-2-lxd-3}
 * @param parted whether it has gone on without the others
 * @param dueNs when the others give up waiting for it; 0 when they do not wait
 * @param tick the event that lets them give up
 */
public record Broker(
        int id,
        String model,
        String unit,
        String application,
        String node,
        boolean parted,
        long dueNs,
        EventId tick)
        implements Row {

    @Override
    public String key() {
        return model + " " + unit;
    }

    /** The same, parted or not, with nobody waiting. */
    Broker withParted(boolean now) {
        return new Broker(id, model, unit, application, node, now, 0, EventId.NONE);
    }

    /** The same with the others waiting for it. */
    Broker awaited(long whenNs, EventId event) {
        return new Broker(id, model, unit, application, node, parted, whenNs, event);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("unit", unit).text("application", application);
        sink.text("node", node).flag("parted", parted).number("dueNs", dueNs);
    }
}
