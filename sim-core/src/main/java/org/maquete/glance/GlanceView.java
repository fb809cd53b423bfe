package org.maquete.glance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.keystone.client.Cloud;
import org.maquete.keystone.client.Found;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/** What Glance answers when it is asked. */
public final class GlanceView {

    static final TableKey<Image> IMAGES = TableKey.keyed("glance.image");

    static final TableKey<ImageMember> MEMBERS = TableKey.keyed("glance.member");

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

    /** The same for somebody who is logged in: an image that the project may see. */
    static Found<Image> find(World world, String wanted, Cloud cloud) {
        return Found.among(visible(world, cloud), NAMES, wanted, new Found.Sdk("Image"));
    }

    /** The images that a project may see; an administrator sees all. */
    static List<Image> visible(World world, Cloud cloud) {
        List<Image> visible = new ArrayList<>();
        for (Image each : images(world)) {
            boolean open =
                    switch (each.draft().visibility()) {
                        case "public", "community" -> true;
                        case "shared" ->
                                world.table(MEMBERS).has(each.uuid() + " " + cloud.project());
                        default -> false;
                    };
            if (open || cloud.admin() || each.project().equals(cloud.project())) {
                visible.add(each);
            }
        }
        return visible;
    }
}
