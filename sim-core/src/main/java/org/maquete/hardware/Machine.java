package org.maquete.hardware;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A computer in the rack, and whether electricity reaches it.
 *
 * @param cpuThreads hardware threads
 * @param memoryMib installed memory
 * @param zone where it stands
 * @param mains whether its socket has power
 * @param on whether it runs
 * @param resumes whether it ran when the mains were cut, so that it starts by itself when they
 *     return
 */
public record Machine(
        int id,
        String name,
        int cpuThreads,
        int memoryMib,
        String zone,
        boolean mains,
        boolean on,
        boolean resumes)
        implements Row {

    @Override
    public String key() {
        return name;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name)
                .number("cpuThreads", cpuThreads)
                .number("memoryMib", memoryMib)
                .text("zone", zone)
                .flag("mains", mains)
                .flag("on", on)
                .flag("resumes", resumes);
    }
}
