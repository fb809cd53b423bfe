package org.maquete.nova;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack compute service set}.
 *
 * @param forcedDown the option without its dashes, or empty: as it is
 * @param enabled the option without its dashes, or empty: as it is
 */
public record SetService(
        String binary, String host, String enabled, String reason, String forcedDown)
        implements Command {

    @Override
    public Ref subject() {
        return new Ref("compute service", host);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("binary", binary)
                .text("host", host)
                .text("enabled", enabled)
                .text("reason", reason)
                .text("forcedDown", forcedDown);
    }
}
