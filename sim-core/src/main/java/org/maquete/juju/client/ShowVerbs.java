package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.juju.Application;
import org.maquete.juju.JujuView;
import org.maquete.juju.Model;
import org.maquete.juju.Relation;
import org.maquete.juju.SpaceView;
import org.maquete.juju.Unit;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.GoJsonWriter;
import org.maquete.juju.catalog.GoYamlWriter;
import org.maquete.juju.catalog.Sizes;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Ref;
import org.maquete.tool.Deed;
import org.maquete.tool.Parsed;
import org.maquete.tool.gnuflag.Flag;
import org.maquete.tool.gnuflag.FlagResult;
import org.maquete.world.World;

/**
 * {@code juju show-unit} and {@code juju show-application}: cmd/juju/application/showunit.go and
 * show.go of juju 3.6. The data of relations is what charms have put there in the model; the
 * addresses that Juju adds to it by itself are not.
 */
final class ShowVerbs {

    private static final List<String> FORMATS = List.of("json", "smart", "yaml");
    private static final String UNIT = "[a-z][a-z0-9]*(-[a-z0-9]*[a-z][a-z0-9]*)*/[0-9]+";
    private static final String APPLICATION = "[a-z][a-z0-9]*(-[a-z0-9]*[a-z][a-z0-9]*)*";

    // core/constraints/constraints.go, Value, in the order of its fields
    private static final List<String> CONSTRAINTS =
            List.of(
                    "arch",
                    "container",
                    "cores",
                    "cpu-power",
                    "mem",
                    "root-disk",
                    "root-disk-source",
                    "tags",
                    "instance-role",
                    "instance-type",
                    "spaces",
                    "virt-type",
                    "zones",
                    "allocate-public-ip",
                    "image-id");
    private static final List<String> LISTS = List.of("tags", "spaces", "zones");
    private static final List<String> NUMBERS = List.of("cores", "cpu-power", "mem", "root-disk");

    private final CharmCatalog catalog;

    private ShowVerbs(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    static List<ClientVerb> verbs(CharmCatalog catalog) {
        ShowVerbs show = new ShowVerbs(catalog);
        return List.of(
                ClientVerb.inModel(
                        "show-unit",
                        "",
                        show::unit,
                        Flag.text("format"),
                        Flag.text("output", "o"),
                        Flag.text("endpoint"),
                        Flag.text("related-unit"),
                        Flag.bool("app")),
                ClientVerb.inModel(
                        "show-application",
                        "",
                        show::application,
                        Flag.text("format"),
                        Flag.text("output", "o")));
    }

    /** What one name stands for, or empty when it is not there. */
    @FunctionalInterface
    private interface Lookup {
        Optional<Map<String, Object>> find(String name, Model model, World world);
    }

    private Parsed unit(FlagResult.Parsed line) {
        String related = line.text("related-unit").orElse("");
        if (line.words().isEmpty()) {
            return ClientText.usage("an unit name must be supplied");
        }
        if (!related.isEmpty() && !related.matches(UNIT)) {
            return ClientText.usage("related unit name " + related + " not valid");
        }
        return read(
                line,
                "unit",
                UNIT,
                (name, model, world) ->
                        JujuView.unit(world, model.key(), name)
                                .map(found -> show(line, found, world)));
    }

    private Parsed application(FlagResult.Parsed line) {
        if (line.words().isEmpty()) {
            return ClientText.usage("an application name must be supplied");
        }
        return read(
                line,
                "application",
                APPLICATION,
                (name, model, world) ->
                        JujuView.application(world, model.key(), name)
                                .map(one -> show(world, one)));
    }

    private static Parsed read(FlagResult.Parsed line, String kind, String pattern, Lookup lookup) {
        String format = line.text("format").orElse("yaml");
        if (!FORMATS.contains(format)) {
            return ClientText.usage(StatusVerb.unknownFormat(format));
        }
        List<String> invalid =
                line.words().stream().filter(word -> !word.matches(pattern)).toList();
        if (!invalid.isEmpty()) {
            String plural = invalid.size() == 1 ? "" : "s";
            return ClientText.usage(
                    kind + " name" + plural + " " + String.join(", ", invalid) + " not valid");
        }
        if (line.text("output").isPresent() || format.equals("smart")) {
            String flag = format.equals("smart") ? "--format smart" : "--output";
            return new Parsed.NotModelled("juju show-" + kind + " " + flag);
        }
        return new Parsed.Right(
                Call.of((session, world) ->
                        Focus.model(
                                line,
                                session,
                                world,
                                model -> answer(line, kind, lookup, model, world))));
    }

    private static Deed answer(
            FlagResult.Parsed line, String kind, Lookup lookup, Model model, World world) {
        Map<String, Object> shown = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        for (String name : line.words()) {
            lookup.find(name, model, world)
                    .ifPresentOrElse(
                            found -> shown.put(name, found),
                            () -> missing.add(kind + " " + ClientText.quote(name) + " not found"));
        }
        if (!missing.isEmpty()) {
            return Focus.reject(String.join("\n", missing), new Ref(kind, line.words().getFirst()));
        }
        return new Deed.Say(
                Answer.of(
                        line.text("format").orElse("yaml").equals("json")
                                ? GoJsonWriter.write(shown) + "\n"
                                : GoYamlWriter.write(shown)));
    }

    private Map<String, Object> show(FlagResult.Parsed line, Unit unit, World world) {
        Map<String, Object> tree = new LinkedHashMap<>();
        Application application =
                JujuView.application(world, unit.model(), unit.application()).orElseThrow();
        putText(tree, "workload-version", application.version());
        putText(tree, "machine", unit.machine());
        tree.put("opened-ports", unit.openPorts());
        putText(tree, "public-address", unit.address());
        // GUESS, form: ch:ARCH/NAME-REVISION, as application.CharmURL has it since 3.5
        tree.put("charm", "ch:amd64/" + application.charm() + "-" + application.revision());
        tree.put("leader", unit.leader());
        List<Object> relations = new ArrayList<>();
        boolean isJson = line.text("format").orElse("").equals("json");
        for (Relation each : JujuView.relations(world, unit.model(), unit.application())) {
            relation(line, each, unit, world, isJson).ifPresent(relations::add);
        }
        if (!relations.isEmpty()) {
            tree.put("relation-info", relations);
        }
        return tree;
    }

    /** One relation as the unit sees it; those without anything in them are left out. */
    private static Optional<Map<String, Object>> relation(
            FlagResult.Parsed line, Relation relation, Unit unit, World world, boolean isJson) {
        String wanted = line.text("endpoint").orElse("");
        String endpoint = relation.endpointOf(unit.application());
        if (!wanted.isEmpty() && !wanted.equals(endpoint)) {
            return Optional.empty();
        }
        String other = relation.other(unit.application());
        Map<String, String> shared = JujuView.values(world, relation, other);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("endpoint", endpoint);
        tree.put("related-endpoint", relation.endpointOf(other));
        tree.put("application-data", shared);
        if (line.flag("app")) {
            return Optional.of(tree);
        }
        Map<String, String> own = JujuView.values(world, relation, unit.name());
        boolean isIn = JujuView.isIn(world, relation, unit);
        if (isIn || isJson) {
            tree.put("local-unit", unitData(isIn, own));
        }
        Map<String, Object> remotes = new TreeMap<>();
        String related = line.text("related-unit").orElse("");
        for (Unit remote : JujuView.remoteUnits(world, unit, relation)) {
            if (related.isEmpty() || related.equals(remote.name())) {
                remotes.put(
                        remote.name(),
                        unitData(true, JujuView.values(world, relation, remote.name())));
            }
        }
        if (!remotes.isEmpty()) {
            tree.put("related-units", remotes);
        }
        boolean isEmpty = shared.isEmpty() && remotes.isEmpty() && own.isEmpty();
        return isEmpty && !wanted.equals(endpoint) ? Optional.empty() : Optional.of(tree);
    }

    private static Map<String, Object> unitData(boolean isIn, Map<String, String> values) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("in-scope", isIn);
        tree.put("data", values);
        return tree;
    }

    private Map<String, Object> show(World world, Application application) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("charm", application.charm());
        tree.put("base", application.base());
        putText(tree, "channel", application.channel());
        if (!application.subordinate()) {
            tree.put("constraints", constraints(application.constraints()));
        }
        tree.put("principal", !application.subordinate());
        tree.put("exposed", application.exposed());
        if (application.exposed()) {
            Map<String, Object> all = new TreeMap<>();
            all.put("expose-to-cidrs", List.of("0.0.0.0/0", "::/0"));
            Map<String, Object> endpoints = new TreeMap<>();
            endpoints.put("", all);
            tree.put("exposed-endpoints", endpoints);
        }
        tree.put("remote", false);
        if (application.dying()) {
            tree.put("life", "dying");
        }
        Map<String, String> bindings =
                catalog.find(application.charm())
                        .map(charm -> SpaceView.bindings(world, application, charm))
                        .orElse(Collections.singletonMap("", SpaceView.ALPHA));
        tree.put("endpoint-bindings", bindings);
        return tree;
    }

    /** As Juju keeps them: every principal has an architecture, sizes are in MiB. */
    private static Map<String, Object> constraints(String typed) {
        Map<String, String> values = new TreeMap<>();
        values.put("arch", "amd64");
        for (String word : typed.split(" +", -1)) {
            int equal = word.indexOf('=');
            if (equal > 0) {
                String key = word.substring(0, equal);
                values.put(key.equals("cpu-cores") ? "cores" : key, word.substring(equal + 1));
            }
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        for (String key : CONSTRAINTS) {
            String value = values.getOrDefault(key, "");
            if (!value.isEmpty()) {
                tree.put(key, constraint(key, value));
            }
        }
        return tree;
    }

    private static Object constraint(String key, String value) {
        if (LISTS.contains(key)) {
            return List.of(value.split(",", -1));
        }
        return NUMBERS.contains(key) ? Sizes.mebibytes(value) : value;
    }

    private static void putText(Map<String, Object> tree, String key, String value) {
        if (!value.isEmpty()) {
            tree.put(key, value);
        }
    }
}
