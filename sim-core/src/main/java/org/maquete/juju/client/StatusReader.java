package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.maquete.juju.Client;
import org.maquete.juju.Controller;
import org.maquete.juju.JujuTables;
import org.maquete.juju.Model;
import org.maquete.juju.StatusInfo;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.observe.Reader;
import org.maquete.observe.Reading;
import org.maquete.observe.Seen;
import org.maquete.world.TableKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads {@code juju status --format json} of 3.x and 2.9: one model with its controller. The keys
 * are those of cmd/juju/status/formatted.go; 2.9 has {@code series} and {@code os} where 3.x has
 * {@code base}, and says {@code leader: false}.
 */
public final class StatusReader implements Reader {

    /** The kind of document. */
    public static final String SOURCE = "juju status --format json";

    // parts that are known and have no place in the rows
    private static final List<String> KNOWN =
            List.of(
                    "model",
                    "machines",
                    "applications",
                    "storage",
                    "controller",
                    "offers",
                    "application-endpoints",
                    "branches");
    private static final List<String> MODEL_KEYS =
            List.of(
                    "name",
                    "type",
                    "controller",
                    "cloud",
                    "region",
                    "version",
                    "model-status",
                    "sla",
                    "upgrade-available",
                    "meter-status");

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
        StatusFields fields = new StatusFields();
        JsonNode root;
        try {
            root = JsonMapper.builder().build().readTree(document);
        } catch (JacksonException broken) {
            fields.wrong("", "expected JSON, found " + broken.getOriginalMessage());
            return new Reading(SOURCE, List.of(), List.of(), fields.problems());
        }
        JsonNode model = root.path("model");
        String name = model.path("name").asString("");
        if (!root.isObject() || name.isEmpty()) {
            fields.wrong("model/name", "expected the name of a model, found none");
            return new Reading(SOURCE, List.of(), List.of(), fields.problems());
        }
        fields.check("", root, KNOWN);
        fields.check("model", model, MODEL_KEYS);
        String key = model.path("controller").asString("") + ":" + name;
        List<Seen<?>> seen = new ArrayList<>();
        model(model, key, root, fields, seen);
        new StatusMachines(key, fields, seen).read(root.path("machines"));
        new StatusApplications(key, fields, seen).read(root.path("applications"));
        new StatusRelations(key, catalog, seen).read(root.path("applications"));
        return new Reading(SOURCE, seen, covers(key), fields.problems());
    }

    private static List<Reading.Cover> covers(String model) {
        List<Reading.Cover> covers = new ArrayList<>();
        covers.add(new Reading.Cover(JujuTables.MODELS, model));
        for (TableKey<?> table :
                List.of(
                        JujuTables.MACHINES,
                        JujuTables.APPLICATIONS,
                        JujuTables.UNITS,
                        JujuTables.RELATIONS)) {
            covers.add(new Reading.Cover(table, model + " "));
        }
        return covers;
    }

    private static void model(
            JsonNode model, String key, JsonNode root, StatusFields fields, List<Seen<?>> seen) {
        String controller = model.path("controller").asString("");
        String cloud = model.path("cloud").asString("");
        String region = model.path("region").asString("");
        String version = model.path("version").asString("");
        StatusInfo status = fields.status("model/model-status", model.path("model-status"));
        StatusInfo available = new StatusInfo("available", "", 0);
        int machines = next(root.path("machines"));
        String name = model.path("name").asString("");
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
    private static int next(JsonNode machines) {
        int next = 0;
        for (Map.Entry<String, JsonNode> each : machines.properties()) {
            if (each.getKey().matches("[0-9]{1,8}")) {
                next = Math.max(next, Integer.parseInt(each.getKey()) + 1);
            }
        }
        return next;
    }
}
