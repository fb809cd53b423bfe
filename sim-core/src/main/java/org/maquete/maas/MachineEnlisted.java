package org.maquete.maas;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** MAAS knows a machine. */
public record MachineEnlisted(
        String systemId,
        String hostname,
        NodeStatus status,
        List<String> tags,
        String pool,
        String zone,
        int cpuThreads,
        int memoryMib,
        String powerType)
        implements Fact {

    public MachineEnlisted {
        tags = List.copyOf(tags);
    }

    @Override
    public Ref subject() {
        return new Ref("maas-machine", hostname);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("systemId", systemId)
                .text("hostname", hostname)
                .text("status", status.name())
                .texts("tags", tags)
                .text("pool", pool)
                .text("zone", zone)
                .number("cpuThreads", cpuThreads)
                .number("memoryMib", memoryMib)
                .text("powerType", powerType);
    }
}
