package org.maquete.glance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Draws;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.KeystoneView;
import org.maquete.keystone.Project;
import org.maquete.keystone.client.Call;
import org.maquete.keystone.client.Deleting;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.HttpError;
import org.maquete.keystone.client.Line;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.keystone.client.Sheet;
import org.maquete.keystone.client.Stamp;
import org.maquete.tool.Deed;
import org.maquete.tool.Rejected;
import org.maquete.tool.Session;
import org.maquete.tool.argparse.Value;
import org.maquete.tool.cliff.Cell;
import org.maquete.world.World;

/** The commands about images. */
final class ImageVerbs {

    private ImageVerbs() {}

    static List<OpenstackVerb> all(OpenstackVerb.Maker make) {
        return List.of(
                make.making("image", "image create", new Creation()),
                make.verb("image show", ImageVerbs::show),
                make.verb("image list", ImageLists::images),
                make.verb("image set", new ImageSetting()),
                make.verb("image unset", new ImageUnsetting()),
                make.verb("image add project", new ImageSharing(true)),
                make.verb("image remove project", new ImageSharing(false)),
                make.verb("image member list", ImageLists::members),
                make.verb(
                        "image delete",
                        new Deleting(
                                "image",
                                "images",
                                (w, line, world) -> find(w, line, world).map(Image::uuid),
                                (ids, _) -> new DeleteImages(ids),
                                Deleting.Form.sdk("image", "/v2/images"))));
    }

    /** The image that a user means: one that its project may see. */
    static Found<Image> find(String wanted, Line line, World world) {
        return GlanceView.find(world, wanted, line.cloud());
    }

    static Answer refused(Refusal refusal, Line line, String path) {
        String url = line.cloud().url("image") + "/v2/images/" + path;
        return Answer.failed(1, line.warning() + HttpError.sdk(refusal, url));
    }

    /** {@code image create}: the record first, then the file. */
    private record Creation() implements Call {

        @Override
        public Deed take(Line line, Session session, World world) {
            return create(line, session, world);
        }

        @Override
        public Answer done(Answer server, Line line, Session session, World world) {
            String uuid = server.text();
            if (server.ok()) {
                Image made = world.table(GlanceView.IMAGES).get(uuid);
                return line.show(sheet(made, true));
            }
            String url = line.cloud().url("image") + "/v2/images/" + uuid + "/file";
            Refusal why = Refusal.of("504", Store.TIMED_OUT);
            return Answer.failed(1, line.warning() + HttpError.sdk(why, url));
        }
    }

    private static Deed create(Line line, Session session, World world) {
        if (line.given("volume").isPresent()) {
            return new Deed.NotModelled("openstack image create --volume");
        }
        Optional<String> file = line.given("filename").or(() -> line.given("file"));
        Optional<String> content = file.flatMap(session::file);
        if (file.isPresent() && content.isEmpty()) {
            String text = "[Errno 2] No such file or directory: '" + file.get() + "'";
            Refusal why = new Refusal("client", "", text, new Ref("file", file.get()));
            return new Deed.Reject(new Rejected(why, Answer.failed(1, text)));
        }
        String owner = line.cloud().project();
        if (line.given("project").isPresent()) {
            Found<Project> project = project(line, world);
            if (!project.isThere()) {
                return project.reject(line);
            }
            owner = project.get().uuid();
        }
        List<String> properties = new ArrayList<>();
        line.args().fields("properties").forEach((k, v) -> properties.add(k + "=" + text(v)));
        // openstacksdk adds these three
        properties.add("owner_specified.openstack.md5=");
        properties.add("owner_specified.openstack.sha256=");
        properties.add("owner_specified.openstack.object=images/" + line.text("name"));
        return new Deed.Ask(
                new CreateImage(
                        new ImageDraft(
                                owner,
                                line.text("name"),
                                line.given("visibility").orElse("shared"),
                                line.given("container_format").orElse("bare"),
                                line.given("disk_format").orElse("raw"),
                                (int) line.number("min_disk", 0),
                                (int) line.number("min_ram", 0),
                                line.flag("is_protected"),
                                false,
                                line.texts("tags"),
                                properties),
                        content.map(c -> (long) c.getBytes(StandardCharsets.UTF_8).length)
                                .orElse(-1L),
                        content.map(c -> Draws.of(0, "glance", c, "checksum", 0).hex(32))
                                .orElse("")));
    }

    static Found<Project> project(Line line, World world) {
        Optional<String> domain =
                line.given("project_domain")
                        .map(w -> KeystoneView.domain(world, w).map(d -> d.uuid()).orElse(w));
        return KeystoneView.findProject(world, line.text("project"), domain);
    }

    static String text(Value value) {
        return value instanceof Value.Text(String text) ? text : "";
    }

    private static Deed show(Line line, Session session, World world) {
        Found<Image> found = find(line.text("image"), line, world);
        return found.isThere()
                ? new Deed.Say(line.show(sheet(found.get(), false)))
                : found.reject(line);
    }

    /** After a create the client shows what Glance said before the file was sent. */
    private static Sheet sheet(Image i, boolean justMade) {
        Sheet sheet = new Sheet();
        if (!justMade && !i.checksum().isEmpty()) {
            sheet.text("checksum", i.checksum());
        }
        sheet.text("container_format", i.containerFormat())
                .text("created_at", Stamp.zulu(i.createdNs()))
                .text("disk_format", i.diskFormat())
                .text("file", "/v2/images/" + i.uuid() + "/file")
                .text("id", i.uuid())
                .number("min_disk", i.draft().minDiskGib())
                .number("min_ram", i.draft().minRamMib())
                .text("name", i.name())
                .text("owner", i.project())
                .cell("properties", Cell.dict(properties(i, justMade)))
                .flag("protected", i.draft().isProtected())
                .text("schema", "/v2/schemas/image");
        if (!justMade && i.sizeBytes() >= 0) {
            sheet.number("size", i.sizeBytes());
        }
        return sheet.text("status", justMade ? "queued" : i.status())
                .cell("tags", Cell.list(i.draft().tags().stream().sorted().toList()))
                .text("updated_at", Stamp.zulu(justMade ? i.createdNs() : i.updatedNs()))
                .text("visibility", i.draft().visibility());
    }

    private static Value.Fields properties(Image i, boolean justMade) {
        Value.Fields all = Value.fields().with("os_hidden", Value.flag(i.draft().isHidden()));
        if (!justMade && !i.checksum().isEmpty()) {
            String hash = Draws.of(0, "glance", i.checksum(), "sha512", 0).hex(128);
            all = all.with("os_hash_algo", Value.text("sha512"));
            all = all.with("os_hash_value", Value.text(hash));
        }
        for (String each : i.draft().properties()) {
            int equals = each.indexOf('=');
            String value = each.substring(equals + 1);
            all = all.with(each.substring(0, equals), Value.text(value));
        }
        return all;
    }
}
