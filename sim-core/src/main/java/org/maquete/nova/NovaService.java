package org.maquete.nova;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * What Nova remembers of a service that is not simply up and enabled; for one that always was there
 * is no row.
 *
 * @param lastSeenNs when it reported for the last time; -1: it reports
 */
public record NovaService(
        int id,
        String binary,
        String host,
        boolean disabled,
        String reason,
        boolean forcedDown,
        long lastSeenNs)
        implements Row {

    @Override
    public String key() {
        return binary + " " + host;
    }

    NovaService seen(long lastSeenNs) {
        return new NovaService(id, binary, host, disabled, reason, forcedDown, lastSeenNs);
    }

    NovaService set(ServiceSet f) {
        return new NovaService(
                id, binary, host, f.disabled(), f.reason(), f.forcedDown(), lastSeenNs);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("binary", binary)
                .text("host", host)
                .flag("disabled", disabled)
                .text("reason", reason)
                .flag("forcedDown", forcedDown)
                .number("lastSeenNs", lastSeenNs);
    }
}
