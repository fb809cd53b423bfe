package org.maquete.glance;

import java.util.List;
import java.util.Optional;
import org.maquete.keystone.client.Found;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/** What Glance answers when it is asked. */
public final class GlanceView {

    static final TableKey<Image> IMAGES = TableKey.keyed("glance.image");

    private static final Found.Names<Image> NAMES =
            new Found.Names<>("image", Image::uuid, Image::name);

    private GlanceView() {}

    /** All images, the newest first, as the API gives them. */
    public static List<Image> images(World world) {
        return world.table(IMAGES).stream().toList().reversed();
    }

    /** The image with this id. */
    public static Optional<Image> image(World world, String uuid) {
        return world.table(IMAGES).find(uuid);
    }

    /** The image with this id or name, as the client looks for it. */
    public static Found<Image> find(World world, String wanted) {
        return Found.among(images(world), NAMES, wanted, new Found.Sdk("Image"));
    }
}
