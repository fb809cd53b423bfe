package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.maquete.juju.Application;
import org.maquete.juju.JujuView;
import org.maquete.juju.Machine;
import org.maquete.juju.Model;
import org.maquete.juju.Relation;
import org.maquete.juju.Unit;
import org.maquete.world.World;

/**
 * What {@code juju status} shows: all of a model, or what its words select, see {@link
 * StatusFilter}.
 */
final class Selection {

    private final World world;
    private final Model model;
    private final List<Application> applications;
    private final List<Unit> units;
    private final List<Machine> machines;
    private final List<Relation> relations;
    private final List<String> matching;
    private final List<Unit> principals = new ArrayList<>();
    private final Map<String, List<Unit>> byApplication = new TreeMap<>();
    private final Map<String, List<Unit>> byPrincipal = new TreeMap<>();

    /**
     * This of a model.
     *
     * @param relations those to print, in order of number
     * @param matching the applications that are there for themselves, not for the sake of a
     *     machine; others keep no relations
     */
    Selection(
            World world,
            Model model,
            List<Application> applications,
            List<Unit> units,
            List<Machine> machines,
            List<Relation> relations,
            List<String> matching) {
        this.world = world;
        this.model = model;
        this.applications = List.copyOf(applications);
        this.units = List.copyOf(units);
        this.machines = List.copyOf(machines);
        this.relations = List.copyOf(relations);
        this.matching = List.copyOf(matching);
        for (Unit unit : this.units) {
            if (unit.principal().isEmpty()) {
                principals.add(unit);
            } else {
                byPrincipal.computeIfAbsent(unit.principal(), _ -> new ArrayList<>()).add(unit);
            }
            byApplication.computeIfAbsent(unit.application(), _ -> new ArrayList<>()).add(unit);
        }
    }

    static Selection of(World world, Model model, List<String> words) {
        List<Application> applications = JujuView.applications(world, model.key());
        List<Unit> units = JujuView.units(world, model.key());
        List<Machine> machines = JujuView.machines(world, model.key());
        List<Relation> relations = JujuView.relations(world, model.key());
        List<String> names = new ArrayList<>();
        applications.forEach(application -> names.add(application.name()));
        Selection all =
                new Selection(world, model, applications, units, machines, relations, names);
        return words.isEmpty() ? all : new StatusFilter(all, words).selected();
    }

    World world() {
        return world;
    }

    Model model() {
        return model;
    }

    /** In order of name, as all lists but that of relations. */
    List<Application> applications() {
        return applications;
    }

    List<Unit> units() {
        return units;
    }

    List<Machine> machines() {
        return machines;
    }

    List<Relation> relations() {
        return relations;
    }

    /** Whether its relations are shown. */
    boolean matches(Application application) {
        return matching.contains(application.name());
    }

    /** Whether there is nothing to show. */
    boolean isEmpty() {
        return applications.isEmpty() && machines.isEmpty();
    }

    /** The units that have no principal. */
    List<Unit> principals() {
        return principals;
    }

    /** The units of an application that have no principal. */
    List<Unit> principals(Application application) {
        List<Unit> found = new ArrayList<>();
        for (Unit unit : units(application)) {
            if (unit.principal().isEmpty()) {
                found.add(unit);
            }
        }
        return found;
    }

    /** The units of an application. */
    List<Unit> units(Application application) {
        return byApplication.getOrDefault(application.name(), List.of());
    }

    /** The units beside a unit. */
    List<Unit> subordinates(Unit principal) {
        return byPrincipal.getOrDefault(principal.name(), List.of());
    }

    /** The applications beside whose units an application's units live, in order of name. */
    List<String> subordinateTo(Application application) {
        if (!application.subordinate() || !matches(application)) {
            return List.of();
        }
        TreeSet<String> names = new TreeSet<>();
        for (Relation each : relations) {
            if (each.container() && each.joins(application.name())) {
                names.add(each.other(application.name()));
            }
        }
        return List.copyOf(names);
    }
}
