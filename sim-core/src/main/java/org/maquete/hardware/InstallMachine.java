package org.maquete.hardware;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Puts a computer into the rack, with power at its socket, switched off. */
public record InstallMachine(
        String name,
        int cpuThreads,
        int memoryMib,
        String zone,
        List<DiskSpec> disks,
        List<NicSpec> nics)
        implements Command {

    public InstallMachine {
        disks = List.copyOf(disks);
        nics = List.copyOf(nics);
    }

    @Override
    public Ref subject() {
        return new Ref("machine", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name)
                .number("cpuThreads", cpuThreads)
                .number("memoryMib", memoryMib)
                .text("zone", zone)
                .texts("disks", disks.stream().map(DiskSpec::text).toList())
                .texts("nics", nics.stream().map(NicSpec::text).toList());
    }
}
