package org.maquete.juju;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.world.Ints;
import org.maquete.world.Table;
import org.maquete.world.World;

/**
 * What Juju answers when it is asked: its beliefs. All lists are in the order in which {@code juju
 * status} prints them, natural order of names.
 */
public final class JujuView {

    /** Digits compare as numbers: {@code 0/lxd/2} before {@code 0/lxd/10}. */
    public static final Comparator<String> NATURAL = NaturalOrder::compare;

    // severities of status.DeriveStatus: juju 3.6, core/status
    private static final List<String> SEVERITY =
            List.of(
                    "unknown",
                    "terminated",
                    "active",
                    "waiting",
                    "maintenance",
                    "blocked",
                    "error");

    private JujuView() {}

    /** Clouds that the client knows, in order of adding. */
    public static List<Cloud> clouds(World world) {
        return world.table(JujuTables.CLOUDS).stream().toList();
    }

    /** The controller that the client talks to. */
    public static Optional<Controller> currentController(World world) {
        return client(world).flatMap(c -> world.table(JujuTables.CONTROLLERS).find(c.controller()));
    }

    /** The model that the client talks about. */
    public static Optional<Model> currentModel(World world) {
        return client(world).flatMap(c -> world.table(JujuTables.MODELS).find(c.model()));
    }

    private static Optional<Client> client(World world) {
        return world.table(JujuTables.CLIENT).find("client");
    }

    /** The model with this key, {@code controller:name}. */
    public static Optional<Model> model(World world, String key) {
        return world.table(JujuTables.MODELS).find(key);
    }

    /** The models of a controller, in order of name. */
    public static List<Model> models(World world, String controller) {
        List<Model> found =
                world.table(JujuTables.MODELS).where(m -> m.controller().equals(controller));
        found.sort(Comparator.comparing(Model::name, NATURAL));
        return found;
    }

    /** The applications of a model. */
    public static List<Application> applications(World world, String model) {
        List<Application> found =
                world.table(JujuTables.APPLICATIONS).where(a -> a.model().equals(model));
        found.sort(Comparator.comparing(Application::name, NATURAL));
        return found;
    }

    /** An application of a model. */
    public static Optional<Application> application(World world, String model, String name) {
        return world.table(JujuTables.APPLICATIONS).find(model, name);
    }

    /** The units of a model. */
    public static List<Unit> units(World world, String model) {
        return sorted(world.table(JujuTables.UNITS).where(u -> u.model().equals(model)));
    }

    /** The units of an application. */
    public static List<Unit> units(World world, String model, String application) {
        List<Unit> found = world.group(JujuTables.UNITS_BY_APPLICATION, application);
        found.removeIf(u -> !u.model().equals(model));
        return sorted(found);
    }

    /** The units of all applications of a charm, over all models. */
    public static List<Unit> unitsOfCharm(World world, String charm) {
        List<Unit> found = new ArrayList<>();
        for (Application application : world.table(JujuTables.APPLICATIONS)) {
            if (application.charm().equals(charm)) {
                found.addAll(units(world, application.model(), application.name()));
            }
        }
        return found;
    }

    /** A unit of a model. */
    public static Optional<Unit> unit(World world, String model, String name) {
        return world.table(JujuTables.UNITS).find(model, name);
    }

    /** The leader of an application, if it has one. */
    public static Optional<Unit> leader(World world, String model, String application) {
        return units(world, model, application).stream().filter(Unit::leader).findFirst();
    }

    /** The subordinates that live beside a unit. */
    public static List<Unit> subordinatesOf(World world, Unit principal) {
        return sorted(
                world.table(JujuTables.UNITS)
                        .where(u ->
                                u.principal().equals(principal.name())
                                        && u.model().equals(principal.model())));
    }

    /** The machines and containers of a model, a machine before its containers. */
    public static List<Machine> machines(World world, String model) {
        List<Machine> found = world.table(JujuTables.MACHINES).where(m -> m.model().equals(model));
        found.sort(Comparator.comparing(Machine::name, NATURAL));
        return found;
    }

    /** A machine or container of a model. */
    public static Optional<Machine> machine(World world, String model, String name) {
        return world.table(JujuTables.MACHINES).find(model, name);
    }

    /** The units on a machine, subordinates included, those in its containers not. */
    public static List<Unit> unitsOn(World world, Machine machine) {
        return sorted(inAnyOrderOn(world, machine));
    }

    static List<Unit> inAnyOrderOn(World world, Machine machine) {
        List<Unit> found = world.group(JujuTables.UNITS_BY_MACHINE, machine.name());
        found.removeIf(u -> !u.model().equals(machine.model()));
        return found;
    }

    /** The name in {@code host} of what a unit runs on, or empty while there is none. */
    public static String hostOf(World world, Unit unit) {
        return machine(world, unit.model(), unit.machine()).map(Machine::hostname).orElse("");
    }

    /** The relation of a model with this number. */
    static Optional<Relation> relation(World world, String model, int number) {
        Table<Relation> relations = world.table(JujuTables.RELATIONS);
        if (number >= 0 && number < relations.nextId() && relations.has(number)) {
            Relation likely = relations.get(number); // with one model, the numbers are the ids
            if (likely.number() == number && likely.model().equals(model)) {
                return Optional.of(likely);
            }
        }
        return relations.find(model, Integer.toString(number));
    }

    /** The relations of a model, peer relations included, in order of number. */
    public static List<Relation> relations(World world, String model) {
        return world.table(JujuTables.RELATIONS).where(r -> r.model().equals(model));
    }

    /** The relations of an application, in order of number. */
    public static List<Relation> relations(World world, String model, String application) {
        List<Relation> found = world.group(JujuTables.RELATIONS_BY_PROVIDER, application);
        for (Relation other : world.group(JujuTables.RELATIONS_BY_REQUIRER, application)) {
            if (!other.peer()) {
                int at = found.size();
                while (at > 0 && found.get(at - 1).id() > other.id()) {
                    at--;
                }
                found.add(at, other);
            }
        }
        found.removeIf(r -> !r.model().equals(model));
        return found;
    }

    /** Whether a unit takes part in a relation already. */
    public static boolean isIn(World world, Relation relation, Unit unit) {
        return scopeOf(world, relation, unit) >= 0;
    }

    private static int scopeOf(World world, Relation relation, Unit unit) {
        return world.table(JujuTables.RELATION_UNITS).idOf(keyOf(world, relation), unit.name());
    }

    private static String keyOf(World world, Relation relation) {
        return world.table(JujuTables.RELATIONS).keyOf(relation.id());
    }

    /** The units that {@code unit} sees in a relation. */
    public static List<Unit> remoteUnits(World world, Unit unit, Relation relation) {
        Table<RelationUnit> scopes = world.table(JujuTables.RELATION_UNITS);
        Table<Unit> units = world.table(JujuTables.UNITS);
        Ints ids = world.table(JujuTables.RELATIONS).get(relation.id()).scopes();
        String side = relation.sideOf(unit.application());
        List<Unit> found = new ArrayList<>(0);
        for (int i = 0; i < ids.count(); i++) {
            RelationUnit scope = scopes.get(ids.get(i));
            if (isSeen(scope, unit, relation, side)) {
                Unit remote = units.get(scope.unitId());
                if (!relation.container() || besideEachOther(unit, remote)) {
                    found.add(remote);
                }
            }
        }
        return sorted(found);
    }

    /** Whether some unit that {@code unit} sees in a relation has put {@code ready}. */
    static boolean isSomeReady(World world, Unit unit, Relation relation) {
        Table<RelationUnit> scopes = world.table(JujuTables.RELATION_UNITS);
        Ints ids = world.table(JujuTables.RELATIONS).get(relation.id()).scopes();
        String side = relation.sideOf(unit.application());
        for (int i = 0; i < ids.count(); i++) {
            RelationUnit scope = scopes.get(ids.get(i));
            if (scope.ready()
                    && isSeen(scope, unit, relation, side)
                    && (!relation.container()
                            || besideEachOther(
                                    unit, world.table(JujuTables.UNITS).get(scope.unitId())))) {
                return true;
            }
        }
        return false;
    }

    /** But for units elsewhere, where a relation is within a machine. */
    private static boolean isSeen(RelationUnit scope, Unit unit, Relation relation, String side) {
        return !scope.departing()
                && scope.unitId() != unit.id()
                && (relation.peer() || !scope.side().equals(side));
    }

    private static boolean besideEachOther(Unit one, Unit other) {
        String first = one.principal().isEmpty() ? one.name() : one.principal();
        String second = other.principal().isEmpty() ? other.name() : other.principal();
        return first.equals(second);
    }

    /**
     * What a unit has put into a relation, or the empty text.
     *
     * @param unit the unit's name, or the application's name for what its leader has put
     */
    public static String value(World world, Relation relation, String unit, String name) {
        Table<RelationValue> values = world.table(JujuTables.RELATION_VALUES);
        int id = values.idOf(keyOf(world, relation), unit, name);
        return id < 0 ? "" : values.get(id).value();
    }

    /** All that a unit, or the leader for its application, has put into a relation, by name. */
    public static Map<String, String> values(World world, Relation relation, String unit) {
        Map<String, String> values = new TreeMap<>();
        for (RelationValue value : world.table(JujuTables.RELATION_VALUES)) {
            if (value.relation() == relation.number()
                    && value.unit().equals(unit)
                    && value.model().equals(relation.model())) {
                values.put(value.name(), value.value());
            }
        }
        return values;
    }

    /** The value of an option: as set, or the charm's default; the empty text for none. */
    public static String config(World world, Application application, String option) {
        int set = find(application.settings(), option);
        if (set >= 0) {
            return application.settings().get(set).value();
        }
        Optional<DeployedCharm> charm = world.table(JujuTables.CHARMS).find(application.charm());
        List<Setting> defaults = charm.isEmpty() ? List.of() : charm.get().defaults();
        int declared = find(defaults, option);
        return declared < 0 ? "" : defaults.get(declared).value();
    }

    /** The place of an option in settings, which are in order of option; else negative. */
    private static int find(List<Setting> settings, String option) {
        int low = 0;
        int high = settings.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = settings.get(middle).option().compareTo(option);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -1;
    }

    /**
     * The status of an application: as its leader has set it, else that of its most severe unit,
     * the first of several.
     */
    public static StatusInfo applicationStatus(World world, Application application) {
        if (!application.leaderStatus().current().isEmpty()) {
            return application.leaderStatus();
        }
        StatusInfo worst = new StatusInfo("unknown", "", 0);
        boolean isFirst = true;
        for (Unit unit : units(world, application.model(), application.name())) {
            StatusInfo status = unit.workload();
            if (isFirst || severity(status) > severity(worst)) {
                worst = status;
                isFirst = false;
            }
        }
        return worst;
    }

    private static int severity(StatusInfo status) {
        return SEVERITY.indexOf(status.current());
    }

    /** What a unit last said itself: its workload status, or the one before its agent was lost. */
    public static StatusInfo lastSaid(World world, Unit unit) {
        return world.table(JujuTables.LOST_UNITS)
                .find(unit.model(), unit.name())
                .map(LostUnit::workload)
                .orElse(unit.workload());
    }

    /** All models, in order of adding. */
    public static List<Model> models(World world) {
        return world.table(JujuTables.MODELS).stream().toList();
    }

    /** Whether the API of the controller of a model answers those who are outside its machine. */
    public static boolean answers(World world, String model) {
        return Controllers.isReached(world, model);
    }

    /** Whether the workload is active and the agent has nothing to do. */
    public static boolean isActive(Unit unit) {
        return unit.workload().current().equals("active") && unit.agent().current().equals("idle");
    }

    static List<Unit> sorted(List<Unit> units) {
        for (int i = 1; i < units.size(); i++) {
            if (!isInOrder(units.get(i - 1), units.get(i))) {
                units.sort((a, b) -> NATURAL.compare(a.name(), b.name()));
                break;
            }
        }
        return units;
    }

    /** Nearly always so: units of one application get their numbers in order. */
    private static boolean isInOrder(Unit one, Unit next) {
        int longer = next.name().length() - one.name().length();
        return one.application().equals(next.application())
                && (longer > 0 || longer == 0 && one.name().compareTo(next.name()) < 0);
    }
}
