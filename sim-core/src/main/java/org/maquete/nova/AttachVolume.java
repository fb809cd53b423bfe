package org.maquete.nova;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack server add volume}; the answer is the name of the device.
 *
 * @param device the name asked for, or empty
 */
public record AttachVolume(String server, String volume, String device, boolean admin)
        implements Command {

    @Override
    public Ref subject() {
        return new Ref("server", server);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("server", server)
                .text("volume", volume)
                .text("device", device)
                .flag("admin", admin);
    }
}
