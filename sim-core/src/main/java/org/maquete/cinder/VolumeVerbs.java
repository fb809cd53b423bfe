package org.maquete.cinder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.glance.GlanceView;
import org.maquete.glance.Image;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.Call;
import org.maquete.keystone.client.Deleting;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.HttpError;
import org.maquete.keystone.client.Line;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.keystone.client.Sheet;
import org.maquete.keystone.client.Showing;
import org.maquete.keystone.client.Stamp;
import org.maquete.tool.Deed;
import org.maquete.tool.Rejected;
import org.maquete.tool.Session;
import org.maquete.tool.argparse.Value;
import org.maquete.tool.cliff.Cell;
import org.maquete.world.World;

/** The commands about volumes, but for the list, which also asks Nova: see the package nova. */
final class VolumeVerbs {

    private VolumeVerbs() {}

    static List<OpenstackVerb> all(OpenstackVerb.Maker make) {
        return List.of(
                make.making(
                        "volume",
                        "volume create",
                        new Showing(
                                VolumeVerbs::create,
                                (id, line, world) ->
                                        sheet(
                                                world.table(CinderView.VOLUMES).get(id),
                                                line,
                                                world,
                                                true))),
                make.verb("volume show", VolumeVerbs::show),
                make.verb("volume set", new Setting()),
                make.verb("volume unset", VolumeVerbs::unset),
                make.verb(
                        "volume delete",
                        new Deleting(
                                "volume",
                                "volumes",
                                (wanted, line, world) ->
                                        CinderView.find(world, wanted, line).map(Volume::uuid),
                                (uuids, line) ->
                                        new DeleteVolumes(
                                                uuids,
                                                line.flag("force"),
                                                line.flag("purge"),
                                                line.cloud().admin()),
                                Deleting.Form.novaclient())),
                make.verb("volume service list", VolumeVerbs::services));
    }

    static Deed rejected(Line line, String text) {
        Refusal why = new Refusal("client", "", text, Ref.NONE);
        return new Deed.Reject(new Rejected(why, Answer.failed(1, line.warning() + text)));
    }

    private static Deed create(Line line, Session session, World world) {
        boolean copied = line.given("snapshot").isPresent() || line.given("source").isPresent();
        if (!copied && line.given("size").isEmpty()) {
            return rejected(
                    line,
                    "--size is a required option if snapshot or source volume is not specified.");
        }
        for (String option : List.of("consistency_group", "availability_zone")) {
            if (line.given(option).isPresent()) {
                return new Deed.NotModelled("openstack volume create with " + option);
            }
        }
        Optional<Deed> no = missing(line, world);
        if (no.isPresent()) {
            return no.get();
        }
        Optional<Snapshot> snapshot =
                line.given("snapshot").flatMap(s -> CinderView.findSnapshot(world, s, line).row());
        long atLeast = snapshot.map(Snapshot::sizeGib).orElse(0L);
        return new Deed.Ask(
                new CreateVolume(
                        line.cloud().project(),
                        line.cloud().user(),
                        line.text("name"),
                        line.text("description"),
                        snapshot.isPresent() || line.given("size").isPresent()
                                ? Math.max(line.number("size", 0), atLeast)
                                : 0,
                        line.text("type"),
                        line.given("image")
                                .map(i -> GlanceView.find(world, i).get().uuid())
                                .orElse(""),
                        snapshot.map(Snapshot::uuid).orElse(""),
                        line.given("source")
                                .map(s -> CinderView.find(world, s, line).get().uuid())
                                .orElse(""),
                        properties(line.args().fields("property")),
                        ""));
    }

    /** The client looks for the volume first, then for the image, then for the snapshot. */
    private static Optional<Deed> missing(Line line, World world) {
        if (line.given("source").isPresent()) {
            Found<Volume> source = CinderView.find(world, line.text("source"), line);
            if (!source.isThere()) {
                return Optional.of(source.reject(line));
            }
        }
        if (line.given("image").isPresent()) {
            Found<Image> image = GlanceView.find(world, line.text("image"));
            if (!image.isThere()) {
                return Optional.of(image.reject(line));
            }
        }
        if (line.given("snapshot").isPresent()) {
            Found<Snapshot> found = CinderView.findSnapshot(world, line.text("snapshot"), line);
            if (!found.isThere()) {
                return Optional.of(found.reject(line));
            }
        }
        return Optional.empty();
    }

    private static Deed show(Line line, Session session, World world) {
        Found<Volume> found = CinderView.find(world, line.text("volume"), line);
        return found.isThere()
                ? new Deed.Say(line.show(sheet(found.get(), line, world, false)))
                : found.reject(line);
    }

    // ---- set

    /** {@code volume set}: what of it is refused is told, one line each. */
    private record Setting() implements Call {

        @Override
        public Deed take(Line line, Session session, World world) {
            Found<Volume> found = CinderView.find(world, line.text("volume"), line);
            if (!found.isThere()) {
                return found.reject(line);
            }
            for (String option : List.of("type", "retype_policy")) {
                if (line.given(option).isPresent()) {
                    return new Deed.NotModelled("openstack volume set with " + option);
                }
            }
            boolean images = !line.args().fields("image_property").isEmpty();
            if (line.flag("attached") || line.flag("detached") || images) {
                return new Deed.NotModelled(
                        "openstack volume set --attached, --detached, --image-property");
            }
            long sizeGib = line.number("size", 0);
            Volume volume = found.get();
            String problem = sizeGib == 0 ? "" : problem(volume, sizeGib);
            if (!problem.isEmpty()) {
                return rejected(line, failed("size", problem));
            }
            Map<String, Value> given = line.args().fields("property");
            return new Deed.Ask(
                    new SetVolume(
                            volume.uuid(),
                            sizeGib,
                            line.flag("no_property") || !given.isEmpty(),
                            merged(
                                    line.flag("no_property") ? List.of() : volume.properties(),
                                    given),
                            line.text("state"),
                            either(line, "bootable", "non_bootable"),
                            either(line, "read_only", "read_write"),
                            line.text("name"),
                            line.text("description"),
                            line.cloud().admin()));
        }

        @Override
        public Answer done(Answer server, Line line, Session session, World world) {
            if (server.ok()) {
                return new Answer("", line.warning(), 0);
            }
            StringBuilder text = new StringBuilder(line.warning());
            for (String each : server.text().lines().toList()) {
                String[] parts = each.split(" ", 3);
                Refusal why = Refusal.of(parts[1], parts[2]);
                text.append("Failed to set volume " + parts[0] + ": ")
                        .append(HttpError.novaclient(why, line))
                        .append('\n');
            }
            return Answer.failed(1, text + "One or more of the set operations failed");
        }

        @Override
        public Answer refused(Refusal refusal, Line line, World world) {
            String what = refusal.type().isEmpty() ? "size" : refusal.type();
            String text = failed(what, HttpError.novaclient(refusal, line));
            return Answer.failed(1, line.warning() + text);
        }

        private static String failed(String what, String why) {
            return "Failed to set volume "
                    + what
                    + ": "
                    + why
                    + "\nOne or more of the set operations failed";
        }

        /** What the client finds out by itself. */
        private static String problem(Volume volume, long sizeGib) {
            if (sizeGib <= volume.sizeGib()) {
                return "New size must be greater than " + volume.sizeGib() + " GB";
            }
            return volume.status().equals("available")
                    ? ""
                    : "Volume is in "
                            + volume.status()
                            + " state, it must be available before size can be extended";
        }

        private static String either(Line line, String yes, String no) {
            return line.flag(yes) ? "true" : line.flag(no) ? "false" : "";
        }
    }

    private static Deed unset(Line line, Session session, World world) {
        Found<Volume> found = CinderView.find(world, line.text("volume"), line);
        if (!found.isThere()) {
            return found.reject(line);
        }
        if (!line.texts("image_property").isEmpty()) {
            return new Deed.NotModelled("openstack volume unset --image-property");
        }
        List<String> left = new ArrayList<>(found.get().properties());
        for (String key : line.texts("property")) {
            left.removeIf(each -> each.startsWith(key + "="));
        }
        return new Deed.Ask(
                new SetVolume(found.get().uuid(), 0, true, left, "", "", "", "", "", false));
    }

    static List<String> properties(Map<String, Value> given) {
        return merged(List.of(), given);
    }

    private static List<String> merged(List<String> before, Map<String, Value> given) {
        List<String> all = new ArrayList<>(before);
        for (Map.Entry<String, Value> each : given.entrySet()) {
            String key = each.getKey() + "=";
            all.removeIf(old -> old.startsWith(key));
            all.add(key + each.getValue().str());
        }
        return all;
    }

    // ---- what tables show

    private static Sheet sheet(Volume v, Line line, World world, boolean made) {
        boolean admin = line.cloud().admin();
        Sheet sheet = new Sheet();
        sheet.cell("attachments", Cell.of(new Value.Many(VolumeCells.attachments(v, admin))))
                .text("availability_zone", "nova")
                .text("bootable", v.bootable() ? "true" : "false")
                .none("consistencygroup_id")
                .text("created_at", Stamp.micros(v.createdNs()))
                .textOrNone("description", v.description())
                .flag("encrypted", false)
                .text("id", v.uuid());
        if (admin) {
            sheet.none("migration_status");
        }
        sheet.flag("multiattach", false).text("name", v.name());
        if (admin && !made) {
            sheet.textOrNone("os-vol-host-attr:host", v.host())
                    .none("os-vol-mig-status-attr:migstat", "os-vol-mig-status-attr:name_id");
        }
        if (!made) {
            sheet.text("os-vol-tenant-attr:tenant_id", v.project());
        }
        sheet.cell("properties", VolumeCells.properties(v.properties()))
                .none("replication_status")
                .number("size", v.sizeGib())
                .textOrNone("snapshot_id", v.snapshot())
                .textOrNone("source_volid", v.source())
                .text("status", v.status())
                .text("type", v.type())
                .cell(
                        "updated_at",
                        v.updatedNs() < 0 ? Cell.none() : Cell.of(Stamp.micros(v.updatedNs())))
                .text("user_id", v.user());
        Optional<Image> image = GlanceView.image(world, v.image());
        if (!made && v.bootable() && image.isPresent()) {
            sheet.cell("volume_image_metadata", Cell.of(VolumeCells.image(image.get())));
        }
        return sheet;
    }

    private static Deed services(Line line, Session session, World world) {
        if (line.given("host").isPresent() || line.given("service").isPresent()) {
            return new Deed.NotModelled("openstack volume service list --host, --service");
        }
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(service(CinderService.SCHEDULER, CinderService.HOST, session.nowNs(), world));
        boolean driver = CinderService.backend(world).isPresent();
        for (String backend : CinderService.configured(world)) {
            String host = CinderService.HOST + "@" + backend;
            List<Cell> row =
                    new ArrayList<>(service(CinderService.VOLUME, host, session.nowNs(), world));
            if (!driver) {
                row.set(4, Cell.of("down"));
            }
            rows.add(row);
        }
        List<String> columns = List.of("Binary", "Host", "Zone", "Status", "State", "Updated At");
        if (line.flag("long")) {
            columns = new ArrayList<>(columns);
            columns.add("Disabled Reason");
            rows.replaceAll(row -> {
                List<Cell> longer = new ArrayList<>(row);
                longer.add(Cell.none());
                return longer;
            });
        }
        return new Deed.Say(line.list(columns, rows));
    }

    private static List<Cell> service(String binary, String host, long nowNs, World world) {
        boolean up = CinderService.isUp(world, binary, nowNs);
        return List.of(
                Cell.of(binary),
                Cell.of(host),
                Cell.of("nova"),
                Cell.of("enabled"),
                Cell.of(up ? "up" : "down"),
                Cell.of(Stamp.micros(CinderService.lastReportNs(world, binary, nowNs))));
    }
}
