package org.maquete.juju.bundle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.maquete.juju.Application;
import org.maquete.juju.JujuView;
import org.maquete.juju.Machine;
import org.maquete.juju.Model;
import org.maquete.juju.Relation;
import org.maquete.juju.Setting;
import org.maquete.juju.SpaceView;
import org.maquete.juju.Unit;
import org.maquete.juju.catalog.Bases;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.juju.catalog.ConfigOption;
import org.maquete.juju.catalog.GoYamlWriter;
import org.maquete.juju.catalog.OptionValue;
import org.maquete.juju.catalog.OptionValues;
import org.maquete.juju.catalog.OsRelease;
import org.maquete.juju.catalog.Parsed;
import org.maquete.juju.catalog.Sizes;
import org.maquete.world.World;

/**
 * A model as a bundle, {@code juju export-bundle}: apiserver/facades/client/bundle/bundle.go
 * (fillBundleData) of juju 3.6, with the fields in the order of juju/charm bundledata.go.
 *
 * <p>The machines keep their ids; units in containers are placed as {@code lxd:0}. The base of an
 * application is told only where it is not the default, and one base that all use is the default.
 * Endpoint bindings are told only where those of the model name more than one space; there are no
 * offers, so there is no second document, and neither resources nor storage.
 */
public final class BundleExport {

    // GUESS: version.DefaultSupportedLTSBase of 3.6; matters only with several bases in use
    private static final String DEFAULT_BASE = "ubuntu@24.04/stable";
    // what state gives every principal that names no architecture: model default of juju 3.6
    private static final String DEFAULT_ARCH = "amd64";
    private static final String TRUST = "trust";

    // bundle.go, constraints: in this order, under the names of the bundle
    private static final List<String> CONSTRAINTS =
            List.of(
                    "arch",
                    "cores",
                    "cpu-power",
                    "mem",
                    "root-disk",
                    "instance-type",
                    "image-id",
                    "container",
                    "virt-type",
                    "tags",
                    "spaces",
                    "zones",
                    "root-disk-source");

    private final World world;
    private final Model model;
    private final CharmCatalog catalog;
    private final boolean hasDefaults;
    private final TreeSet<String> usedBases = new TreeSet<>();
    private final TreeSet<String> usedMachines = new TreeSet<>(JujuView.NATURAL);

    /** A number whose digits are known; YAML has no quotes around it. */
    private record Digits(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    private BundleExport(World world, Model model, CharmCatalog catalog, boolean hasDefaults) {
        this.world = world;
        this.model = model;
        this.catalog = catalog;
        this.hasDefaults = hasDefaults;
    }

    /**
     * The bundle's text; empty when the model has no applications.
     *
     * @param hasDefaults whether options that nobody set are told with the charm's values
     */
    public static Optional<String> of(
            World world, Model model, CharmCatalog catalog, boolean hasDefaults) {
        return JujuView.applications(world, model.key()).isEmpty()
                ? Optional.empty()
                : Optional.of(new BundleExport(world, model, catalog, hasDefaults).text());
    }

    private String text() {
        Map<String, Map<String, Object>> applications = new TreeMap<>();
        for (Application each : JujuView.applications(world, model.key())) {
            applications.put(each.name(), application(each));
        }
        Map<String, Map<String, Object>> machines = new TreeMap<>();
        for (Machine each : JujuView.machines(world, model.key())) {
            if (usedMachines.contains(each.name())) {
                machines.put(each.name(), machine(each));
            }
        }
        Map<String, Object> bundle = new LinkedHashMap<>();
        String base = defaultBase();
        putText(bundle, "default-base", base);
        applications.values().forEach(each -> each.remove("base", base));
        machines.values().forEach(each -> each.remove("base", base));
        bundle.put("applications", applications);
        if (!machines.isEmpty()) {
            bundle.put("machines", machines);
        }
        List<List<String>> relations = relations();
        if (!relations.isEmpty()) {
            bundle.put("relations", relations);
        }
        return GoYamlWriter.write(bundle);
    }

    /** The model's, or the only one in use; none when several are and that is not among them. */
    private String defaultBase() {
        String usual = model.defaultBase().isEmpty() ? DEFAULT_BASE : whole(model.defaultBase());
        return usedBases.contains(usual) ? usual : usedBases.size() == 1 ? usedBases.first() : "";
    }

    private static String whole(String base) {
        return Bases.parse(base) instanceof Parsed.Good<OsRelease>(OsRelease release)
                ? release.toString()
                : base;
    }

    private Map<String, Object> application(Application application) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("charm", application.charm());
        putText(spec, "channel", application.channel());
        spec.put("revision", application.revision());
        String base = whole(application.base());
        usedBases.add(base);
        spec.put("base", base);
        if (!application.subordinate()) {
            place(spec, application);
        }
        if (application.exposed()) {
            spec.put("expose", true);
        }
        Map<String, Object> options = options(application);
        if (!options.isEmpty()) {
            spec.put("options", options);
        }
        if (!application.subordinate()) {
            putText(spec, "constraints", constraints(application.constraints(), DEFAULT_ARCH));
        }
        if (boundSpaces() > 1) {
            spec.put("bindings", bindings(application));
        }
        if (application.settings().contains(new Setting(TRUST, "true"))) {
            spec.put(TRUST, true);
        }
        return spec;
    }

    /** bundle.go, printSpaceNamesInEndpointBindings. */
    private long boundSpaces() {
        return JujuView.applications(world, model.key()).stream()
                .flatMap(each -> bindings(each).values().stream())
                .distinct()
                .count();
    }

    private Map<String, String> bindings(Application application) {
        return catalog.find(application.charm())
                .map(charm -> SpaceView.bindings(world, application, charm))
                .orElse(Collections.emptyMap());
    }

    private void place(Map<String, Object> spec, Application application) {
        List<String> to = new ArrayList<>();
        List<Unit> units = JujuView.units(world, model.key(), application.name());
        for (Unit unit : units) {
            String[] parts = unit.machine().split("/", -1);
            if (!parts[0].isEmpty()) {
                usedMachines.add(parts[0]);
                to.add(parts.length > 1 ? parts[1] + ":" + parts[0] : parts[0]);
            }
        }
        if (!units.isEmpty()) {
            spec.put("num_units", units.size());
        }
        if (!to.isEmpty()) {
            spec.put("to", to);
        }
    }

    private Map<String, Object> options(Application application) {
        Map<String, Object> options = new TreeMap<>();
        Optional<CharmMetadata> charm = catalog.find(application.charm());
        for (Setting setting : application.settings()) {
            if (!setting.option().equals(TRUST)) {
                options.put(setting.option(), value(charm, setting));
            }
        }
        if (hasDefaults && charm.isPresent()) {
            for (ConfigOption option : charm.get().options().values()) {
                option.defaultValue()
                        .ifPresent(value -> options.putIfAbsent(option.name(), plain(value)));
            }
        }
        return options;
    }

    /** A setting by the type of its option. */
    private static Object value(Optional<CharmMetadata> charm, Setting setting) {
        if (charm.isPresent()
                && OptionValues.parse(charm.get(), setting.option(), setting.value())
                        instanceof Parsed.Good<OptionValue>(OptionValue value)) {
            return plain(value);
        }
        return setting.value();
    }

    private static Object plain(OptionValue value) {
        return switch (value) {
            case OptionValue.Text(String text) -> text;
            case OptionValue.Whole(long whole) -> whole;
            case OptionValue.Truth(boolean truth) -> truth;
            case OptionValue.Fraction fraction -> new Digits(fraction.text());
        };
    }

    private Map<String, Object> machine(Machine machine) {
        Map<String, Object> spec = new LinkedHashMap<>();
        putText(spec, "constraints", constraints(machine.constraints(), ""));
        String base = whole(machine.base());
        usedBases.add(base);
        spec.put("base", base);
        return spec;
    }

    /** Without the placement that MAAS was asked for; sizes in MiB without a letter. */
    private static String constraints(String typed, String arch) {
        Map<String, String> values = new TreeMap<>();
        if (!arch.isEmpty()) {
            values.put("arch", arch);
        }
        for (String word : typed.split(" +", -1)) {
            int equal = word.indexOf('=');
            if (equal > 0) {
                String key = word.substring(0, equal);
                values.put(key.equals("cpu-cores") ? "cores" : key, word.substring(equal + 1));
            }
        }
        List<String> words = new ArrayList<>();
        for (String key : CONSTRAINTS) {
            String value = values.getOrDefault(key, "");
            boolean isSize = key.equals("mem") || key.equals("root-disk");
            if (!value.isEmpty()) {
                String name = key.equals("cores") ? "cpu-cores" : key;
                words.add(name + "=" + (isSize ? Long.toString(Sizes.mebibytes(value)) : value));
            }
        }
        return String.join(" ", words);
    }

    /** In order of number, the requirer first (GUESS: Juju keeps the order in which they met). */
    private List<List<String>> relations() {
        List<List<String>> pairs = new ArrayList<>();
        for (Relation each : JujuView.relations(world, model.key())) {
            if (!each.peer()) {
                pairs.add(List.of(each.requirer(), each.provider()));
            }
        }
        return pairs;
    }

    private static void putText(Map<String, Object> spec, String key, String value) {
        if (!value.isEmpty()) {
            spec.put(key, value);
        }
    }
}
