package org.maquete.glance;

import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.Project;
import org.maquete.keystone.client.Call;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.Line;
import org.maquete.keystone.client.Sheet;
import org.maquete.keystone.client.Stamp;
import org.maquete.tool.Deed;
import org.maquete.tool.Session;
import org.maquete.world.World;

/**
 * {@code image add project} and {@code image remove project}: the project is looked up first.
 *
 * @param shared whether the project is added
 */
record ImageSharing(boolean shared) implements Call {

    @Override
    public Deed take(Line line, Session session, World world) {
        Found<Project> project = ImageVerbs.project(line, world);
        if (!project.isThere()) {
            return project.reject(line);
        }
        Found<Image> image = ImageVerbs.find(line.text("image"), line, world);
        return image.isThere()
                ? new Deed.Ask(new ShareImage(image.get().uuid(), project.get().uuid(), shared))
                : image.reject(line);
    }

    @Override
    public Answer done(Answer server, Line line, Session session, World world) {
        Optional<ImageMember> member = world.table(GlanceView.MEMBERS).find(server.text());
        if (!shared || member.isEmpty()) {
            return new Answer("", line.warning(), 0);
        }
        ImageMember added = member.get();
        return line.show(
                new Sheet()
                        .text("created_at", Stamp.zulu(added.createdNs()))
                        .text("image_id", added.image())
                        .text("member_id", added.project())
                        .text("schema", "/v2/schemas/member")
                        .text("status", added.status())
                        .text("updated_at", Stamp.zulu(added.updatedNs())));
    }

    @Override
    public Answer refused(Refusal refusal, Line line, World world) {
        String uuid =
                ImageVerbs.find(line.text("image"), line, world).map(Image::uuid).row().orElse("");
        return ImageVerbs.refused(refusal, line, uuid + "/members");
    }
}
