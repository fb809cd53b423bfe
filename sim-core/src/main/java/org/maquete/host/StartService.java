package org.maquete.host;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Starts and enables a service on a host that is up.
 *
 * @param memoryMib what it uses while it runs
 * @param cpuMilli thousandths of a hardware thread that it uses while it runs
 */
public record StartService(String host, String service, int memoryMib, int cpuMilli)
        implements Command {

    /** A service that uses next to nothing, or what it used when it was started before. */
    public StartService(String host, String service) {
        this(host, service, 0, 0);
    }

    @Override
    public Ref subject() {
        return new Ref("host", host);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("host", host)
                .text("service", service)
                .number("memoryMib", memoryMib)
                .number("cpuMilli", cpuMilli);
    }
}
