package org.maquete.host;

import org.maquete.kernel.EventId;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A service that the host starts at every boot (enabled, in the words of systemd).
 *
 * @param memoryMib what it uses while it runs
 * @param cpuMilli thousandths of a hardware thread that it uses while it runs
 * @param restartDueNs when systemd starts it again after it was killed, 0 when it does not
 * @param restartEvent the pending start
 */
public record Service(
        int id,
        String host,
        String name,
        boolean running,
        int memoryMib,
        int cpuMilli,
        long restartDueNs,
        EventId restartEvent)
        implements Row {

    @Override
    public String key() {
        return host + " " + name;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("host", host)
                .text("name", name)
                .flag("running", running)
                .number("memoryMib", memoryMib)
                .number("cpuMilli", cpuMilli)
                .number("restartDueNs", restartDueNs);
    }

    Service with(boolean running, long restartDueNs, EventId restartEvent) {
        return new Service(
                id, host, name, running, memoryMib, cpuMilli, restartDueNs, restartEvent);
    }
}
