package org.maquete.cinder;

import java.util.ArrayList;
import java.util.List;
import org.maquete.keystone.client.Deleting;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.Line;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.keystone.client.Sheet;
import org.maquete.keystone.client.Showing;
import org.maquete.keystone.client.Stamp;
import org.maquete.tool.Deed;
import org.maquete.tool.Session;
import org.maquete.tool.cliff.Cell;
import org.maquete.world.World;

/** The commands about snapshots and types of volumes. */
final class SnapshotVerbs {

    private SnapshotVerbs() {}

    static List<OpenstackVerb> all(OpenstackVerb.Maker make) {
        return List.of(
                make.making(
                        "snapshot",
                        "volume snapshot create",
                        new Showing(
                                SnapshotVerbs::create,
                                (id, line, world) ->
                                        sheet(world.table(CinderView.SNAPSHOTS).get(id), true))),
                make.verb("volume snapshot show", SnapshotVerbs::show),
                make.verb("volume snapshot list", SnapshotVerbs::list),
                make.verb(
                        "volume snapshot delete",
                        new Deleting(
                                "snapshot",
                                "snapshots",
                                (wanted, line, world) ->
                                        CinderView.findSnapshot(world, wanted, line)
                                                .map(Snapshot::uuid),
                                (uuids, line) -> new DeleteSnapshots(uuids, line.flag("force")),
                                Deleting.Form.novaclient())),
                make.making(
                        "volume type",
                        "volume type create",
                        new Showing(SnapshotVerbs::createType, SnapshotVerbs::madeType)),
                make.verb("volume type show", SnapshotVerbs::showType),
                make.verb("volume type list", SnapshotVerbs::listTypes),
                make.verb(
                        "volume type delete",
                        new Deleting(
                                "volume type",
                                "volume_types",
                                (wanted, line, world) ->
                                        CinderView.findType(world, wanted).map(VolumeType::uuid),
                                (uuids, _) -> new DeleteVolumeTypes(uuids),
                                Deleting.Form.novaclient())));
    }

    private static Deed create(Line line, Session session, World world) {
        if (!line.args().fields("remote_source").isEmpty()) {
            return new Deed.NotModelled("openstack volume snapshot create --remote-source");
        }
        String wanted = line.given("volume").orElse(line.text("snapshot_name"));
        Found<Volume> volume = CinderView.find(world, wanted, line);
        return volume.isThere()
                ? new Deed.Ask(
                        new CreateSnapshot(
                                line.cloud().project(),
                                volume.get().uuid(),
                                line.text("snapshot_name"),
                                line.text("description"),
                                line.flag("force"),
                                VolumeVerbs.properties(line.args().fields("property"))))
                : volume.reject(line);
    }

    private static Deed show(Line line, Session session, World world) {
        Found<Snapshot> found = CinderView.findSnapshot(world, line.text("snapshot"), line);
        return found.isThere()
                ? new Deed.Say(line.show(sheet(found.get(), false)))
                : found.reject(line);
    }

    private static Sheet sheet(Snapshot s, boolean made) {
        Sheet sheet = new Sheet();
        sheet.text("created_at", Stamp.micros(s.createdNs()))
                .textOrNone("description", s.description())
                .text("id", s.uuid())
                .text("name", s.name());
        if (!made) {
            String progress = s.status().equals("available") ? "100%" : "0%";
            sheet.text("os-extended-snapshot-attributes:progress", progress)
                    .text("os-extended-snapshot-attributes:project_id", s.project());
        }
        return sheet.cell("properties", VolumeCells.properties(s.properties()))
                .number("size", s.sizeGib())
                .text("status", s.status())
                .cell(
                        "updated_at",
                        s.updatedNs() < 0 ? Cell.none() : Cell.of(Stamp.micros(s.updatedNs())))
                .text("volume_id", s.volume());
    }

    private static Deed list(Line line, Session session, World world) {
        if (line.given("project").isPresent()
                || line.given("marker").isPresent()
                || line.given("limit").isPresent()) {
            return new Deed.NotModelled("openstack volume snapshot list by project or page");
        }
        String volume = "";
        if (line.given("volume").isPresent()) {
            Found<Volume> found = CinderView.find(world, line.text("volume"), line);
            if (!found.isThere()) {
                return found.reject(line);
            }
            volume = found.get().uuid();
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Snapshot s : CinderView.snapshots(world)) {
            boolean own = line.flag("all_projects") || s.project().equals(line.cloud().project());
            boolean fits =
                    line.given("name").map(s.name()::equals).orElse(true)
                            && line.given("status").map(s.status()::equals).orElse(true)
                            && (volume.isEmpty() || volume.equals(s.volume()));
            if (own && fits) {
                rows.add(row(s, line.flag("long"), world));
            }
        }
        List<String> columns =
                line.flag("long")
                        ? List.of(
                                "ID",
                                "Name",
                                "Description",
                                "Status",
                                "Size",
                                "Created At",
                                "Volume",
                                "Properties")
                        : List.of("ID", "Name", "Description", "Status", "Size");
        return new Deed.Say(line.list(columns, rows));
    }

    private static List<Cell> row(Snapshot s, boolean isLong, World world) {
        List<Cell> row = new ArrayList<>();
        row.add(Cell.of(s.uuid()));
        row.add(Cell.of(s.name()));
        row.add(s.description().isEmpty() ? Cell.none() : Cell.of(s.description()));
        row.add(Cell.of(s.status()));
        row.add(Cell.of(s.sizeGib()));
        if (isLong) {
            row.add(Cell.of(Stamp.micros(s.createdNs())));
            String name = CinderView.volume(world, s.volume()).map(Volume::name).orElse(s.volume());
            row.add(new Cell.Formatted(org.maquete.tool.argparse.Value.text(s.volume()), name));
            row.add(VolumeCells.properties(s.properties()));
        }
        return row;
    }

    // ---- types

    private static Deed createType(Line line, Session session, World world) {
        for (String option :
                List.of(
                        "project",
                        "encryption_provider",
                        "encryption_cipher",
                        "encryption_key_size",
                        "encryption_control_location")) {
            if (line.given(option).isPresent()) {
                return new Deed.NotModelled("openstack volume type create with " + option);
            }
        }
        return new Deed.Ask(
                new CreateVolumeType(
                        line.text("name"),
                        line.text("description"),
                        !line.flag("private"),
                        VolumeVerbs.properties(line.args().fields("property"))));
    }

    private static Sheet madeType(String uuid, Line line, World world) {
        VolumeType type = world.table(CinderView.TYPES).get(uuid);
        Sheet sheet = new Sheet();
        sheet.textOrNone("description", type.description())
                .text("id", type.uuid())
                .flag("is_public", type.open())
                .text("name", type.name());
        if (!type.properties().isEmpty()) {
            sheet.cell("properties", VolumeCells.properties(type.properties()));
        }
        return sheet.none("qos_specs_id");
    }

    private static Deed showType(Line line, Session session, World world) {
        Found<VolumeType> found = CinderView.findType(world, line.text("volume_type"));
        if (!found.isThere()) {
            return found.reject(line);
        }
        VolumeType type = found.get();
        Sheet sheet = new Sheet();
        sheet.none("access_project_ids")
                .textOrNone("description", type.description())
                .text("id", type.uuid())
                .flag("is_public", type.open())
                .text("name", type.name())
                .cell("properties", VolumeCells.properties(type.properties()))
                .none("qos_specs_id");
        return new Deed.Say(line.show(sheet));
    }

    private static Deed listTypes(Line line, Session session, World world) {
        if (line.flag("encryption_type") || line.flag("default")) {
            return new Deed.NotModelled("openstack volume type list --default, --encryption-type");
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (VolumeType each : CinderView.types(world)) {
            boolean shown =
                    line.flag("public") ? each.open() : !line.flag("private") || !each.open();
            if (shown) {
                List<Cell> row = new ArrayList<>();
                row.add(Cell.of(each.uuid()));
                row.add(Cell.of(each.name()));
                row.add(Cell.of(each.open()));
                if (line.flag("long")) {
                    row.add(
                            each.description().isEmpty()
                                    ? Cell.none()
                                    : Cell.of(each.description()));
                    row.add(VolumeCells.properties(each.properties()));
                }
                rows.add(row);
            }
        }
        List<String> columns =
                line.flag("long")
                        ? List.of("ID", "Name", "Is Public", "Description", "Properties")
                        : List.of("ID", "Name", "Is Public");
        return new Deed.Say(line.list(columns, rows));
    }
}
