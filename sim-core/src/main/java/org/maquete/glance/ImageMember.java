package org.maquete.glance;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A project with which an image is shared.
 *
 * @param image the uuid of the image
 * @param project the id of the project
 * @param status {@code pending}, {@code accepted}, {@code rejected}
 */
record ImageMember(
        int id, String image, String project, String status, long createdNs, long updatedNs)
        implements Row {

    @Override
    public String key() {
        return image + " " + project;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("image", image)
                .text("project", project)
                .text("status", status)
                .number("createdNs", createdNs)
                .number("updatedNs", updatedNs);
    }
}
