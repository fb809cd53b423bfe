package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
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
 *
 * @param relations those to print, in order of number
 * @param matching the applications that are there for themselves, not for the sake of a machine;
 *     others keep no relations
 */
record Selection(
        World world,
        Model model,
        List<Application> applications,
        List<Unit> units,
        List<Machine> machines,
        List<Relation> relations,
        List<String> matching) {

    Selection {
        applications = List.copyOf(applications);
        units = List.copyOf(units);
        machines = List.copyOf(machines);
        relations = List.copyOf(relations);
        matching = List.copyOf(matching);
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
        return units.stream().filter(u -> u.principal().isEmpty()).toList();
    }

    /** The units of an application that have no principal. */
    List<Unit> principals(Application application) {
        return principals().stream()
                .filter(u -> u.application().equals(application.name()))
                .toList();
    }

    /** The units beside a unit. */
    List<Unit> subordinates(Unit principal) {
        return units.stream().filter(u -> u.principal().equals(principal.name())).toList();
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
