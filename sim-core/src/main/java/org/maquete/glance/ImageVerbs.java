package org.maquete.glance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Draws;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
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
                make.verb("image list", ImageVerbs::list),
                make.verb("image set", ImageVerbs::set),
                make.verb(
                        "image delete",
                        new Deleting(
                                "image",
                                "images",
                                (w, l, world) -> GlanceView.find(world, w).map(Image::uuid),
                                (ids, _) -> new DeleteImages(ids),
                                Deleting.Form.sdk("image", "/v2/images"))));
    }

    /** {@code image create}: the record first, then the file. */
    private record Creation() implements Call {

        @Override
        public Deed take(Line line, Session session, World world) {
            return create(line, session);
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

    private static Deed create(Line line, Session session) {
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
        return new Deed.Ask(
                new CreateImage(
                        line.cloud().project(),
                        line.text("name"),
                        visibility(line, "shared"),
                        line.given("container_format").orElse("bare"),
                        line.given("disk_format").orElse("raw"),
                        content.map(c -> (long) c.getBytes(StandardCharsets.UTF_8).length)
                                .orElse(-1L),
                        content.map(c -> Draws.of(0, "glance", c, "checksum", 0).hex(32))
                                .orElse("")));
    }

    private static String visibility(Line line, String otherwise) {
        for (String each : List.of("public", "private", "community", "shared")) {
            if (line.flag(each)) {
                return each;
            }
        }
        return line.given("visibility").orElse(otherwise);
    }

    private static Deed show(Line line, Session session, World world) {
        Found<Image> found = GlanceView.find(world, line.text("image"));
        return found.isThere()
                ? new Deed.Say(line.show(sheet(found.get(), false)))
                : found.reject(line);
    }

    private static Deed set(Line line, Session session, World world) {
        Found<Image> found = GlanceView.find(world, line.text("image"));
        return found.isThere()
                ? new Deed.Ask(
                        new ChangeImage(
                                found.get().uuid(), line.text("name"), visibility(line, "")))
                : found.reject(line);
    }

    private static Deed list(Line line, Session session, World world) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Image i : GlanceView.images(world)) {
            boolean named = line.given("name").map(i.name()::equals).orElse(true);
            if (named) {
                rows.add(line.flag("long") ? longRow(i) : row(i));
            }
        }
        List<String> columns =
                line.flag("long")
                        ? List.of(
                                "ID",
                                "Name",
                                "Disk Format",
                                "Container Format",
                                "Size",
                                "Checksum",
                                "Status",
                                "Visibility",
                                "Protected",
                                "Project",
                                "Tags")
                        : List.of("ID", "Name", "Status");
        return new Deed.Say(line.list(columns, rows));
    }

    private static List<Cell> row(Image i) {
        return List.of(Cell.of(i.uuid()), Cell.of(i.name()), Cell.of(i.status()));
    }

    private static List<Cell> longRow(Image i) {
        return List.of(
                Cell.of(i.uuid()),
                Cell.of(i.name()),
                Cell.of(i.diskFormat()),
                Cell.of(i.containerFormat()),
                size(i),
                checksum(i),
                Cell.of(i.status()),
                Cell.of(i.visibility()),
                Cell.of(false),
                Cell.of(i.project()),
                Cell.list(List.of()));
    }

    private static Cell size(Image i) {
        return i.sizeBytes() < 0 ? Cell.none() : Cell.of(i.sizeBytes());
    }

    private static Cell checksum(Image i) {
        return i.checksum().isEmpty() ? Cell.none() : Cell.of(i.checksum());
    }

    /** After a create the client shows what Glance said before the file was sent. */
    private static Sheet sheet(Image i, boolean justMade) {
        String created = Stamp.zulu(i.createdNs());
        Sheet sheet = new Sheet();
        if (!justMade && !i.checksum().isEmpty()) {
            sheet.text("checksum", i.checksum());
        }
        sheet.text("container_format", i.containerFormat())
                .text("created_at", created)
                .text("disk_format", i.diskFormat())
                .text("file", "/v2/images/" + i.uuid() + "/file")
                .text("id", i.uuid())
                .number("min_disk", 0)
                .number("min_ram", 0)
                .text("name", i.name())
                .text("owner", i.project())
                .cell("properties", Cell.dict(properties(i)))
                .flag("protected", false)
                .text("schema", "/v2/schemas/image");
        if (!justMade && i.sizeBytes() >= 0) {
            sheet.number("size", i.sizeBytes());
        }
        return sheet.text("status", justMade ? "queued" : i.status())
                .blank("tags")
                .text("updated_at", created)
                .text("visibility", i.visibility());
    }

    private static Value.Fields properties(Image i) {
        return Value.fields()
                .with("os_hidden", Value.flag(false))
                .with("owner_specified.openstack.md5", Value.text(""))
                .with("owner_specified.openstack.sha256", Value.text(""))
                .with("owner_specified.openstack.object", Value.text("images/" + i.name()));
    }
}
