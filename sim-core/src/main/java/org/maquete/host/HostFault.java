package org.maquete.host;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * What is wrong with a machine or instance although it runs; no row when nothing is.
 *
 * @param diskFull whether its root file system has no space left
 * @param clockOffsetNs how far its clock is ahead of true time, negative when behind
 */
public record HostFault(int id, String host, boolean diskFull, long clockOffsetNs) implements Row {

    @Override
    public String key() {
        return host;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("host", host).flag("diskFull", diskFull).number("clockOffsetNs", clockOffsetNs);
    }

    /** Whether nothing is wrong any more. */
    boolean isNone() {
        return !diskFull && clockOffsetNs == 0;
    }
}
