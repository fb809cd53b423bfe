package org.maquete.juju.bundle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.maquete.juju.JujuView;

/**
 * Where the units of a bundle go: juju 3.6 core/bundle/changes/handlers.go, handleUnits.
 *
 * <p>First all units get a change, in order of application; then, application by application, those
 * first on which others are placed, each gets its place. The ids in the texts are those that the
 * controller is expected to give.
 */
final class UnitPlanner {

    private final Bundle bundle;
    private final ExistingModel model;
    private final Drafts drafts;
    private final Map<String, String> applicationChanges;
    private final Map<String, List<Unit>> units = new TreeMap<>();
    private final Map<String, ArrayDeque<Unit>> newBeside = new TreeMap<>();
    private final Map<String, ArrayDeque<String>> oldBeside = new TreeMap<>();
    private Map<String, String> machineChanges = new TreeMap<>();
    private Map<String, String> machineIds = new TreeMap<>();

    UnitPlanner(
            Bundle bundle,
            ExistingModel model,
            Drafts drafts,
            Map<String, String> applicationChanges) {
        this.bundle = bundle;
        this.model = model;
        this.drafts = drafts;
        this.applicationChanges = applicationChanges;
    }

    /** A new unit; its place comes later. */
    private static final class Unit {
        private final Drafts.Draft draft;
        private final String name;
        private Place place = new Place("", "", "", List.of());

        Unit(Drafts.Draft draft, String name) {
            this.draft = draft;
            this.name = name;
        }
    }

    /**
     * Where a unit goes.
     *
     * @param target for the controller
     * @param text for the person; empty for a new machine
     * @param machine the machine's expected id
     */
    private record Place(String target, String text, String machine, List<String> requires) {}

    void plan(
            List<BundleApplication> applications,
            Map<String, String> changes,
            Map<String, String> ids)
            throws BundlePlanner.Stop {
        machineChanges = changes;
        machineIds = ids;
        applications.forEach(this::add);
        TreeSet<String> toDo = new TreeSet<>(bundle.applications().keySet());
        TreeSet<String> done = new TreeSet<>();
        while (!toDo.isEmpty()) {
            int before = toDo.size();
            for (String name : List.copyOf(toDo)) {
                BundleApplication application = bundle.applications().get(name);
                if (application != null && done.containsAll(dependencies(application))) {
                    place(application);
                    done.add(name);
                    toDo.remove(name);
                }
            }
            if (toDo.size() == before) {
                throw new BundlePlanner.Stop(
                        new BundlePlan.Refused(
                                "cycle in placement directives for: " + String.join(", ", toDo)));
            }
        }
    }

    private static TreeSet<String> dependencies(BundleApplication application) {
        TreeSet<String> names = new TreeSet<>();
        for (String item : application.to()) {
            UnitPlacement.parse(item).map(UnitPlacement::application).ifPresent(names::add);
        }
        names.remove("");
        return names;
    }

    private void add(BundleApplication application) {
        String name = application.name();
        List<String> requires =
                model.application(name).isPresent()
                        ? List.of()
                        : List.of(applicationChanges.getOrDefault(name, ""));
        List<Unit> added = new ArrayList<>();
        for (int i = model.units(name).size(); i < application.units(); i++) {
            Drafts.Draft draft =
                    drafts.add(
                            "addUnit",
                            requires,
                            id -> new BundleChange.AddUnit(id, List.of(), name, ""));
            added.add(new Unit(draft, model.nextUnit(name)));
        }
        units.put(name, added);
    }

    private void place(BundleApplication application) {
        String rest = rest(application.to());
        ArrayDeque<String> items = new ArrayDeque<>(unsatisfied(application));
        String last = "";
        for (Unit unit : units.getOrDefault(application.name(), List.of())) {
            String item = items.isEmpty() ? rest : items.removeFirst();
            Place place = placeOf(application, item);
            unit.place = place;
            unit.draft.requires().addAll(place.requires());
            if (!last.isEmpty()) {
                unit.draft.requires().add(last);
            }
            last = unit.draft.id();
            String text = text(place, directive(item, place));
            unit.draft.becomes(() ->
                    new BundleChange.AddUnit(
                            unit.draft.id(),
                            List.of("add unit " + unit.name + " to " + text),
                            application.name(),
                            place.target()));
        }
    }

    /** What is repeated for further units: only what may stand for several places. */
    private static String rest(List<String> to) {
        if (to.isEmpty()) {
            return "";
        }
        return UnitPlacement.parse(to.getLast())
                .filter(p -> p.isNew() || (!p.application().isEmpty() && p.unit() < 0))
                .map(_ -> to.getLast())
                .orElse("");
    }

    /** The items that no unit of the model is on yet. */
    private List<String> unsatisfied(BundleApplication application) {
        String name = application.name();
        if (model.application(name).isEmpty()) {
            return application.to();
        }
        List<String> left = new ArrayList<>();
        for (String item : application.to()) {
            UnitPlacement placement = UnitPlacement.parse(item).orElseThrow();
            String machine = placement.machine();
            if (placement.unit() >= 0) {
                machine = model.machineOf(placement.application(), placement.unit());
            }
            boolean isFixed = !machine.isEmpty() && !placement.isNew();
            if (!isFixed || model.unitOn(machine, name, placement.container()).isEmpty()) {
                left.add(item);
            }
        }
        return left;
    }

    private static String directive(String item, Place place) {
        boolean isBeside =
                UnitPlacement.parse(item).filter(p -> !p.application().isEmpty()).isPresent();
        return isBeside && !place.target().isEmpty() ? item : "";
    }

    private static String text(Place place, String directive) {
        String where = place.text();
        if (where.isEmpty()) {
            where = place.machine().isEmpty() ? "new machine" : "new machine " + place.machine();
        }
        return directive.isEmpty() ? where : where + " to satisfy [" + directive + "]";
    }

    private Place placeOf(BundleApplication application, String item) {
        if (item.isEmpty()) {
            return new Place("", "", model.nextMachine(), List.of());
        }
        UnitPlacement placement = UnitPlacement.parse(item).orElseThrow();
        if (placement.isNew()) {
            return onNewMachine(application, placement.container());
        }
        if (!placement.machine().isEmpty()) {
            return onMachine(application, placement);
        }
        return placement.unit() >= 0
                ? besideUnit(application, placement)
                : besideApplication(application, placement);
    }

    private Place onNewMachine(BundleApplication application, String container) {
        String id = model.nextMachine();
        String inside = container.isEmpty() ? "" : model.nextContainer(id, container);
        String text =
                container.isEmpty()
                        ? "add new machine " + id
                        : "add " + container + " container " + inside + " on new machine " + id;
        String change = machine(application, container, "", text, List.of());
        String where = container.isEmpty() ? "new machine " + id : inside;
        return new Place("$" + change, where, id, List.of(change));
    }

    private Place onMachine(BundleApplication application, UnitPlacement placement) {
        String key = placement.machine();
        if (model.mapped(key).isPresent()) {
            return onExisting(model.mapped(key).get(), placement.container());
        }
        String change = machineChanges.getOrDefault(key, "");
        String id = machineIds.getOrDefault(key, "");
        Place place = new Place("$" + change, "new machine " + id, id, List.of(change));
        return placement.container().isEmpty()
                ? place
                : inContainer(application, place, placement.container());
    }

    private Place onExisting(String machine, String container) {
        return container.isEmpty()
                ? new Place(machine, "existing machine " + machine, machine, List.of())
                : new Place(
                        container + ":" + machine,
                        model.nextContainer(machine, container),
                        machine,
                        List.of());
    }

    private Place inContainer(BundleApplication application, Place host, String container) {
        String inside = model.nextContainer(host.machine(), container);
        boolean exists = model.machines().contains(host.machine());
        String text =
                "add "
                        + container
                        + " container "
                        + inside
                        + " on "
                        + (exists ? "existing" : "new")
                        + " machine "
                        + host.machine();
        String change = machine(application, container, host.target(), text, host.requires());
        return new Place("$" + change, inside, host.machine(), List.of(change));
    }

    private Place besideUnit(BundleApplication application, UnitPlacement placement) {
        String machine = model.machineOf(placement.application(), placement.unit());
        if (!machine.isEmpty()) {
            return onExisting(machine, placement.container());
        }
        List<Unit> others = units.getOrDefault(placement.application(), List.of());
        int index = placement.unit() - model.units(placement.application()).size();
        return index < 0 || index >= others.size()
                ? onNewMachine(application, placement.container())
                : beside(application, others.get(index), placement.container());
    }

    private Place besideApplication(BundleApplication application, UnitPlacement placement) {
        String other = placement.application();
        String key = application.name() + "/" + other;
        ArrayDeque<String> machines =
                oldBeside.computeIfAbsent(
                        key,
                        _ ->
                                new ArrayDeque<>(
                                        model.machinesWithout(
                                                other, application.name(), placement.container())));
        if (!machines.isEmpty()) {
            return onExisting(machines.removeFirst(), placement.container());
        }
        ArrayDeque<Unit> added =
                newBeside.computeIfAbsent(
                        key, _ -> new ArrayDeque<>(units.getOrDefault(other, List.of())));
        return added.isEmpty()
                ? new Place("", "", model.nextMachine(), List.of())
                : beside(application, added.removeFirst(), placement.container());
    }

    /** On the same machine as the other unit, or in a container that is a sibling of its own. */
    private Place beside(BundleApplication application, Unit other, String container) {
        String id = other.draft.id();
        Place place = new Place("$" + id, other.place.text(), other.place.machine(), List.of(id));
        return container.isEmpty() ? place : inContainer(application, place, container);
    }

    private String machine(
            BundleApplication application,
            String container,
            String parent,
            String text,
            List<String> requires) {
        String constraints = constraints(application);
        String base = baseOf(application);
        return drafts.add(
                        "addMachines",
                        requires,
                        id ->
                                new BundleChange.AddMachine(
                                        id,
                                        List.of(text),
                                        container,
                                        parent,
                                        base,
                                        constraints,
                                        holders(drafts.applicationsFor(id))))
                .id();
    }

    private String baseOf(BundleApplication application) {
        try {
            return BundlePlanner.displayed(bundle, application);
        } catch (BundlePlanner.Stop _) {
            return ""; // the application was planned before, so its base is right
        }
    }

    /** Bound spaces become constraints of the machine: fixupConstraintsWithBindings. */
    private static String constraints(BundleApplication application) {
        TreeSet<String> spaces = new TreeSet<>(JujuView.NATURAL);
        spaces.addAll(application.bindings().values());
        if (spaces.isEmpty()) {
            return application.constraints();
        }
        TreeSet<String> others = new TreeSet<>(JujuView.NATURAL);
        for (String word : application.constraints().split(" +", -1)) {
            if (word.startsWith("spaces=")) {
                spaces.addAll(List.of(word.substring("spaces=".length()).split(",", -1)));
            } else if (!word.isEmpty()) {
                others.add(word);
            }
        }
        String all = "spaces=" + String.join(",", spaces);
        return others.isEmpty() ? all : all + " " + String.join(" ", others);
    }

    /** {@code a unit}, {@code a and b units}: deployer/bundlehandler.go, deployedApps. */
    static String holders(TreeSet<String> applications) {
        if (applications.isEmpty()) {
            return "nothing";
        }
        if (applications.size() == 1) {
            return applications.getFirst() + " unit";
        }
        String before =
                applications.headSet(applications.getLast()).stream()
                        .collect(Collectors.joining(", "));
        return before + " and " + applications.getLast() + " units";
    }
}
