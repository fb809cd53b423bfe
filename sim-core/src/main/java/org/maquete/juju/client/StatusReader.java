package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.juju.Client;
import org.maquete.juju.Controller;
import org.maquete.juju.JujuTables;
import org.maquete.juju.JujuView;
import org.maquete.juju.Model;
import org.maquete.juju.StatusInfo;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.observe.Reader;
import org.maquete.observe.Reading;
import org.maquete.observe.Seen;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/**
 * Reads {@code juju status --format json} of 3.x and 2.9: one model with its controller. {@link
 * StatusJson} reads the document, here it becomes rows.
 */
public final class StatusReader implements Reader {

    /** The kind of document. */
    public static final String SOURCE = "juju status --format json";

    private final CharmCatalog catalog;

    /** A reader that knows from these charms which endpoints provide and which require. */
    public StatusReader(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public Reading read(String document) {
        List<Reading.Problem> problems = new ArrayList<>();
        List<Seen<?>> seen = new ArrayList<>();
        List<Reading.Cover> covers = new ArrayList<>();
        StatusJson.read(document, problems)
                .ifPresent(read -> {
                    String key = read.model().text("controller") + ":" + read.model().text("name");
                    StatusFields fields = new StatusFields(problems);
                    StatusPart root = read.root();
                    model(key, root, fields, seen);
                    new StatusMachines(key, fields, seen).read(root.parts("machines"));
                    new StatusApplications(key, catalog, fields, seen)
                            .read(root.parts("applications"));
                    new StatusRelations(key, catalog, seen).read(root.parts("applications"));
                    covers.addAll(covers(key));
                });
        return new Reading(SOURCE, seen, covers, problems);
    }

    @Override
    public String print(World world, String document) {
        Optional<StatusDocument> read = StatusJson.read(document, new ArrayList<>());
        Optional<Model> model =
                read.flatMap(d ->
                        JujuView.model(
                                world,
                                d.model().text("controller") + ":" + d.model().text("name")));
        if (model.isEmpty()) {
            return "";
        }
        String clock = read.get().root().part("controller").text("timestamp");
        StatusDocument seen =
                StatusFormatter.format(
                        Selection.of(world, model.get(), List.of()),
                        catalog,
                        clock,
                        StatusFormatter.Detail.TABLES);
        return new StatusTable(seen, StatusTable.layoutOf(read.get())).print();
    }

    private static List<Reading.Cover> covers(String model) {
        List<Reading.Cover> covers = new ArrayList<>();
        covers.add(new Reading.Cover(JujuTables.MODELS, model));
        for (TableKey<?> table :
                List.of(
                        JujuTables.MACHINES,
                        JujuTables.APPLICATIONS,
                        JujuTables.UNITS,
                        JujuTables.RELATIONS,
                        JujuTables.BOUND_ENDPOINTS)) {
            covers.add(new Reading.Cover(table, model + " "));
        }
        return covers;
    }

    private static void model(
            String key, StatusPart root, StatusFields fields, List<Seen<?>> seen) {
        StatusPart model = root.part("model");
        String controller = model.text("controller");
        String cloud = model.text("cloud");
        String region = model.text("region");
        String version = model.text("version");
        StatusInfo status = fields.status("model/model-status", model.part("model-status"));
        StatusInfo available = new StatusInfo("available", "", 0);
        int machines = next(root.parts("machines"));
        String name = model.text("name");
        seen.add(
                Seen.of(
                        JujuTables.CONTROLLERS,
                        id -> new Controller(id, controller, cloud, region, version, available),
                        "status",
                        "statusMessage",
                        "statusSinceNs"));
        seen.add(
                Seen.of(
                        JujuTables.MODELS,
                        id -> new Model(id, controller, name, "", "", status, machines, 0, 0),
                        "uuid",
                        "defaultBase",
                        "nextMachine",
                        "nextRelation",
                        "nextTask"));
        seen.add(Seen.of(JujuTables.CLIENT, id -> new Client(id, controller, key)));
    }

    /** One more than the highest number among the keys. */
    private static int next(Map<String, StatusPart> machines) {
        int next = 0;
        for (String name : machines.keySet()) {
            if (name.matches("[0-9]{1,8}")) {
                next = Math.max(next, Integer.parseInt(name) + 1);
            }
        }
        return next;
    }
}
