package org.maquete.host;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * systemd will start a service again that was killed.
 *
 * @param dueNs when
 * @param restart the pending event
 */
public record ServiceRestartPlanned(String host, String service, long dueNs, EventId restart)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("host", host);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("host", host).text("service", service).number("dueNs", dueNs);
    }
}
