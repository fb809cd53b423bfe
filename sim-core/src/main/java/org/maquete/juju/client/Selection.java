package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.maquete.juju.Application;
import org.maquete.juju.JujuView;
import org.maquete.juju.Machine;
import org.maquete.juju.Model;
import org.maquete.juju.Relation;
import org.maquete.juju.Unit;
import org.maquete.world.World;

/**
 * What {@code juju status} shows: all of a model, or what its words select. juju 3.6,
 * apiserver/facades/client/client/filtering.go: a word is an application, a unit, a machine or a
 * status, with {@code *}; a unit brings the units beside it, its application and its machine.
 *
 * @param words the words, none for all
 */
record Selection(
        World world,
        Model model,
        List<Application> applications,
        List<Unit> units,
        List<Machine> machines,
        List<Relation> relations,
        List<String> words) {

    Selection {
        applications = List.copyOf(applications);
        units = List.copyOf(units);
        machines = List.copyOf(machines);
        relations = List.copyOf(relations);
        words = List.copyOf(words);
    }

    static Selection of(World world, Model model, List<String> words) {
        List<Application> applications = JujuView.applications(world, model.key());
        List<Unit> units = JujuView.units(world, model.key());
        List<Machine> machines = JujuView.machines(world, model.key());
        List<Relation> relations = JujuView.relations(world, model.key());
        Selection all =
                new Selection(world, model, applications, units, machines, relations, words);
        return words.isEmpty() ? all : all.selected(patterns(words));
    }

    private static List<Pattern> patterns(List<String> words) {
        List<Pattern> patterns = new ArrayList<>();
        for (String word : words) {
            StringBuilder regex = new StringBuilder();
            for (String part : word.split("\\*", -1)) {
                regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
            }
            patterns.add(Pattern.compile(regex.toString()));
        }
        return patterns;
    }

    private Selection selected(List<Pattern> patterns) {
        TreeSet<String> names = new TreeSet<>();
        TreeSet<String> groups = new TreeSet<>();
        TreeSet<String> places = new TreeSet<>();
        for (Application application : applications) {
            if (matches(application.name(), patterns)) {
                names.add(application.name());
            }
        }
        for (Unit unit : units) {
            if (names.contains(unit.application())
                    || matches(unit.name(), patterns)
                    || matches(unit.workload().current(), patterns)
                    || matches(unit.agent().current(), patterns)) {
                groups.add(group(unit));
            }
        }
        for (Machine machine : machines) {
            if (matches(machine.name(), patterns) || matches(machine.agent().current(), patterns)) {
                places.add(machine.name());
                units.stream()
                        .filter(unit -> unit.machine().equals(machine.name()))
                        .forEach(unit -> groups.add(group(unit)));
            }
        }
        List<Unit> kept = units.stream().filter(unit -> groups.contains(group(unit))).toList();
        for (Unit unit : kept) {
            names.add(unit.application());
            JujuView.machine(world, model.key(), unit.machine())
                    .ifPresent(machine -> {
                        places.add(machine.name());
                        places.add(machine.parent());
                    });
        }
        return new Selection(
                world,
                model,
                applications.stream().filter(a -> names.contains(a.name())).toList(),
                kept,
                machines.stream().filter(m -> places.contains(m.name())).toList(),
                relations.stream().filter(r -> names.stream().anyMatch(r::joins)).toList(),
                words);
    }

    /** The principal unit of a unit: units of one group are shown together. */
    private static String group(Unit unit) {
        return unit.principal().isEmpty() ? unit.name() : unit.principal();
    }

    private static boolean matches(String text, List<Pattern> patterns) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).matches());
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

    /** {@code 3}, or {@code 2/3} while some have no agent: formattedStatus.applicationScale. */
    String scale(Application application) {
        List<Unit> own =
                units.stream().filter(u -> u.application().equals(application.name())).toList();
        long current =
                own.stream()
                        .map(u -> u.agent().current())
                        .filter(status -> status.equals("idle") || status.equals("executing"))
                        .count();
        return current == own.size() ? Long.toString(current) : current + "/" + own.size();
    }

    /** The applications beside whose units an application's units live, in natural order. */
    List<String> subordinateTo(Application application) {
        if (!application.subordinate()) {
            return List.of();
        }
        return relations.stream()
                .filter(r -> r.container() && r.joins(application.name()))
                .map(r -> r.other(application.name()))
                .sorted(JujuView.NATURAL)
                .toList();
    }
}
