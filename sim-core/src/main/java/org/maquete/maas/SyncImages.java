package org.maquete.maas;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Downloads the selected boot images that are not there.
 *
 * @param asked whether a person asked, not the hourly import
 */
public record SyncImages(boolean asked) implements Command {

    @Override
    public Ref subject() {
        return new Ref("boot-image", "all");
    }

    @Override
    public void encode(Sink sink) {
        sink.flag("asked", asked);
    }
}
