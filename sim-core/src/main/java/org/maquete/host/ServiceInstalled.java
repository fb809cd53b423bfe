package org.maquete.host;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A host has a service that it starts at every boot.
 *
 * @param memoryMib what it uses while it runs
 * @param cpuMilli thousandths of a hardware thread that it uses while it runs
 */
public record ServiceInstalled(String host, String service, int memoryMib, int cpuMilli)
        implements Fact {

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
