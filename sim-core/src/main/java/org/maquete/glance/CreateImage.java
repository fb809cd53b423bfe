package org.maquete.glance;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack image create}; with a file the answer comes when it is stored.
 *
 * @param sizeBytes the size of the file, or -1 for none
 * @param checksum of the file, or empty for none
 */
public record CreateImage(ImageDraft draft, long sizeBytes, String checksum) implements Command {

    @Override
    public Ref subject() {
        return new Ref("image", draft.name());
    }

    @Override
    public void encode(Sink sink) {
        draft.encode(sink);
        sink.number("sizeBytes", sizeBytes).text("checksum", checksum);
    }
}
