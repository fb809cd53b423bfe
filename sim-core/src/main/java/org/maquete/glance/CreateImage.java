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
public record CreateImage(
        String project,
        String name,
        String visibility,
        String containerFormat,
        String diskFormat,
        long sizeBytes,
        String checksum)
        implements Command {

    @Override
    public Ref subject() {
        return new Ref("image", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("project", project)
                .text("name", name)
                .text("visibility", visibility)
                .text("containerFormat", containerFormat)
                .text("diskFormat", diskFormat)
                .number("sizeBytes", sizeBytes)
                .text("checksum", checksum);
    }
}
