package org.maquete.host;

import org.maquete.kernel.EventId;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * Anything that runs an operating system of its own.
 *
 * @param name its name; for a NUC the name of the machine
 * @param parent the host it runs on, empty for a NUC
 * @param boots how many times it has begun to boot
 * @param bootDueNs when the boot under way ends, 0 without one
 * @param bootEvent the pending end of the boot
 */
public record Host(
        int id,
        String name,
        HostKind kind,
        String parent,
        HostState state,
        int boots,
        long bootDueNs,
        EventId bootEvent)
        implements Row {

    @Override
    public String key() {
        return name;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name)
                .text("kind", kind.name())
                .text("parent", parent)
                .text("state", state.name())
                .number("boots", boots)
                .number("bootDueNs", bootDueNs);
    }

    /** Whether the system runs, boot completed. */
    public boolean booted() {
        return state == HostState.UP;
    }
}
