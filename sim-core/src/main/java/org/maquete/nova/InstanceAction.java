package org.maquete.nova;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * What somebody has asked of a server, as {@code openstack server event list} shows it.
 *
 * @param serial 0 for its creation, then the number of the action
 * @param action {@code create}, {@code stop}, ...: nova yoga, compute/instance_actions.py
 * @param event the last step in nova-compute: {@code compute_stop_instance}
 * @param finishNs when that was over, or -1
 * @param failed whether it has failed
 */
record InstanceAction(
        int id,
        String server,
        int serial,
        String action,
        String event,
        long startNs,
        long finishNs,
        boolean failed)
        implements Row {

    @Override
    public String key() {
        return server + " " + serial;
    }

    InstanceAction finished(long timeNs, boolean badly) {
        return finishNs >= 0
                ? this
                : new InstanceAction(id, server, serial, action, event, startNs, timeNs, badly);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("server", server)
                .number("serial", serial)
                .text("action", action)
                .text("event", event)
                .number("startNs", startNs)
                .number("finishNs", finishNs)
                .flag("failed", failed);
    }
}
