package org.maquete.cinder;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A program of Cinder that nobody runs any more.
 *
 * @param binary {@code cinder-volume}; the natural key
 * @param lastSeenNs when it reported for the last time
 * @param silentNs when it ended
 */
record SilentService(int id, String binary, long lastSeenNs, long silentNs) implements Row {

    @Override
    public String key() {
        return binary;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("binary", binary).number("lastSeenNs", lastSeenNs).number("silentNs", silentNs);
    }
}
