package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.cinder.CinderView;
import org.maquete.cinder.Volume;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.Call;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.HttpError;
import org.maquete.keystone.client.Line;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.keystone.client.Sheet;
import org.maquete.tool.Deed;
import org.maquete.tool.Session;
import org.maquete.tool.argparse.Value;
import org.maquete.tool.cliff.Cell;
import org.maquete.world.World;

/**
 * The commands that ask both Nova and Cinder. {@code volume list} is one: it shows servers by name.
 */
final class VolumeVerbs {

    private VolumeVerbs() {}

    static List<OpenstackVerb> all(OpenstackVerb.Maker make) {
        return List.of(
                make.verb("server add volume", new Adding()),
                make.verb("server remove volume", new Removing()),
                make.verb("server volume list", VolumeVerbs::ofServer),
                make.asking("volumev3").verb("volume list", VolumeVerbs::list));
    }

    /** openstacksdk looks both up, and sends one request. */
    private record Pair(Found<Server> server, Found<Volume> volume) {

        static Pair of(Line line, World world) {
            return new Pair(
                    NovaView.findServer(world, line.text("server"), line, new Found.Sdk("Server")),
                    CinderView.find(world, line.text("volume"), line, new Found.Sdk("Volume")));
        }

        /** The address of the attachments of the server. */
        String url(Line line) {
            return line.cloud().url("compute")
                    + "/servers/"
                    + server.row().map(Server::uuid).orElse("")
                    + "/os-volume_attachments";
        }

        Optional<Deed> missing(Line line) {
            if (!server.isThere()) {
                return Optional.of(server.reject(line));
            }
            return volume.isThere() ? Optional.empty() : Optional.of(volume.reject(line));
        }
    }

    /** {@code server add volume}. */
    private record Adding() implements Call {

        @Override
        public Deed take(Line line, Session session, World world) {
            Pair pair = Pair.of(line, world);
            boolean tagged = line.given("tag").isPresent();
            if (tagged || line.flag("enable_delete_on_termination")) {
                return new Deed.NotModelled(
                        "openstack server add volume --tag, --enable-delete-on-termination");
            }
            return pair.missing(line)
                    .orElseGet(() ->
                            new Deed.Ask(
                                    new AttachVolume(
                                            pair.server().get().uuid(),
                                            pair.volume().get().uuid(),
                                            line.text("device"),
                                            line.cloud().admin())));
        }

        @Override
        public Answer done(Answer device, Line line, Session session, World world) {
            Pair pair = Pair.of(line, world);
            String volume = pair.volume().get().uuid();
            return line.show(
                    new Sheet()
                            .text("ID", volume)
                            .text("Server ID", pair.server().get().uuid())
                            .text("Volume ID", volume)
                            .text("Device", device.text())
                            .none("Tag")
                            .flag("Delete On Termination", false));
        }

        @Override
        public Answer refused(Refusal refusal, Line line, World world) {
            String url = Pair.of(line, world).url(line);
            return Answer.failed(1, line.warning() + HttpError.sdk(refusal, url));
        }
    }

    /** {@code server remove volume}. */
    private record Removing() implements Call {

        @Override
        public Deed take(Line line, Session session, World world) {
            Pair pair = Pair.of(line, world);
            return pair.missing(line)
                    .orElseGet(() ->
                            new Deed.Ask(
                                    new DetachVolume(
                                            pair.server().get().uuid(),
                                            pair.volume().get().uuid(),
                                            line.cloud().admin())));
        }

        @Override
        public Answer refused(Refusal refusal, Line line, World world) {
            Pair pair = Pair.of(line, world);
            String url = pair.url(line) + "/" + pair.volume().row().map(Volume::uuid).orElse("");
            return Answer.failed(1, line.warning() + HttpError.sdk(refusal, url));
        }
    }

    private static Deed ofServer(Line line, Session session, World world) {
        Found<Server> server = NovaView.findServer(world, line.text("server"), line);
        if (!server.isThere()) {
            return server.reject(line);
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Disk each : Disks.of(world, server.get().uuid())) {
            if (!each.volume().isEmpty()) {
                rows.add(
                        List.of(
                                Cell.of(each.volume()),
                                Cell.of(each.device()),
                                Cell.of(each.server()),
                                Cell.of(each.volume())));
            }
        }
        return new Deed.Say(line.list(List.of("ID", "Device", "Server ID", "Volume ID"), rows));
    }

    private static Deed list(Line line, Session session, World world) {
        for (String option : List.of("project", "user", "marker", "limit")) {
            if (line.given(option).isPresent()) {
                return new Deed.NotModelled("openstack volume list by " + option);
            }
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Volume v : CinderView.volumes(world)) {
            boolean own =
                    line.flag("all_projects") && line.cloud().admin()
                            || v.project().equals(line.cloud().project());
            boolean named = line.given("name").map(v.name()::equals).orElse(true);
            boolean state = line.given("status").map(v.status()::equals).orElse(true);
            if (own && named && state) {
                rows.add(row(v, line, world));
            }
        }
        List<String> columns =
                line.flag("long")
                        ? List.of(
                                "ID",
                                "Name",
                                "Status",
                                "Size",
                                "Type",
                                "Bootable",
                                "Attached to",
                                "Properties")
                        : List.of("ID", "Name", "Status", "Size", "Attached to");
        return new Deed.Say(line.list(columns, rows));
    }

    private static List<Cell> row(Volume v, Line line, World world) {
        List<Cell> row = new ArrayList<>();
        row.add(Cell.of(v.uuid()));
        row.add(Cell.of(v.name()));
        row.add(Cell.of(v.status()));
        row.add(Cell.of(v.sizeGib()));
        if (line.flag("long")) {
            row.add(Cell.of(v.type()));
            row.add(Cell.of(v.bootable() ? "true" : "false"));
        }
        row.add(attachedTo(v, line, world));
        if (line.flag("long")) {
            row.add(CinderView.properties(v));
        }
        return row;
    }

    /** The name of the server if it is one of the project's, otherwise its id. */
    private static Cell attachedTo(Volume v, Line line, World world) {
        String text = "";
        if (v.isAttached()) {
            String uuid = v.attachment().server();
            String name =
                    NovaView.server(world, uuid)
                            .filter(s -> s.project().equals(line.cloud().project()))
                            .map(Server::name)
                            .orElse(uuid);
            text = "Attached to " + name + " on " + v.attachment().device() + " ";
        }
        List<Value> all = CinderView.attachments(v, line.cloud().admin());
        return new Cell.Formatted(new Value.Many(all), text);
    }
}
