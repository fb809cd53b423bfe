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
import org.maquete.world.World;

/**
 * What is in the model already, as far as a bundle's changes depend on it: juju 3.6 {@code
 * BuildModelRepresentation}. It also knows the next numbers, which no deployment takes back.
 */
public final class ExistingModel {

    private final String defaultBase;
    private final Map<String, Application> applications = new TreeMap<>();
    private final Map<String, List<Placed>> units = new TreeMap<>();
    private final List<String> machines = new ArrayList<>();
    private final TreeSet<String> relations = new TreeSet<>();
    private final Map<String, Integer> next = new TreeMap<>();
    private final Map<String, String> machineMap = new LinkedHashMap<>();

    /** A principal unit and where it is. */
    record Placed(String unit, String machine) {

        /** The machine that hosts the container, or the machine. */
        String host() {
            return topLevel(machine);
        }

        /** Whether it is on the machine itself, or in a container of this type on it. */
        boolean isOn(String host, String container) {
            return container.isEmpty()
                    ? machine.equals(host)
                    : machine.startsWith(host + "/" + container + "/");
        }
    }

    private ExistingModel(String defaultBase) {
        this.defaultBase = defaultBase;
    }

    /**
     * The model as it is.
     *
     * @param mapped machines of the bundle and those of the model that stand for them
     * @param useExisting whether every machine of the model stands for that of its id
     */
    public static ExistingModel of(
            World world, String key, Map<String, String> mapped, boolean useExisting) {
        Model model = JujuView.model(world, key).orElseThrow();
        ExistingModel found = new ExistingModel(model.defaultBase());
        found.next.put("machine", model.nextMachine());
        for (Machine machine : JujuView.machines(world, key)) {
            found.machines.add(machine.name());
            found.next.put(machine.name() + "/lxd", machine.nextContainer());
            if (useExisting && !machine.isContainer()) {
                found.machineMap.put(machine.name(), machine.name());
            }
        }
        found.machineMap.putAll(mapped);
        for (Application application : JujuView.applications(world, key)) {
            String name = application.name();
            found.applications.put(name, application);
            found.next.put("application-" + name, application.nextUnit());
            found.units.put(
                    name,
                    JujuView.units(world, key, name).stream()
                            .filter(unit -> unit.principal().isEmpty())
                            .map(unit -> new Placed(unit.name(), unit.machine()))
                            .toList());
        }
        for (Relation relation : JujuView.relations(world, key)) {
            found.relations.add(relation.provider() + " " + relation.requirer());
            found.relations.add(relation.requirer() + " " + relation.provider());
        }
        return found;
    }

    /** An empty model. */
    static ExistingModel empty() {
        return new ExistingModel("");
    }

    static String topLevel(String machine) {
        int slash = machine.indexOf('/');
        return slash < 0 ? machine : machine.substring(0, slash);
    }

    String defaultBase() {
        return defaultBase;
    }

    Optional<Application> application(String name) {
        return Optional.ofNullable(applications.get(name));
    }

    List<Application> applications() {
        return List.copyOf(applications.values());
    }

    List<Placed> units(String application) {
        return units.getOrDefault(application, List.of());
    }

    List<String> machines() {
        return Collections.unmodifiableList(machines);
    }

    boolean hasRelation(String one, String two) {
        return relations.contains(one + " " + two);
    }

    /** The machine of the model that stands for that of the bundle, if there is one. */
    Optional<String> mapped(String bundleMachine) {
        return Optional.ofNullable(machineMap.get(bundleMachine)).filter(machines::contains);
    }

    Map<String, String> machineMap() {
        return machineMap;
    }

    String nextMachine() {
        return Integer.toString(take("machine"));
    }

    String nextContainer(String machine, String type) {
        return machine + "/" + type + "/" + take(machine + "/" + type);
    }

    String nextUnit(String application) {
        return application + "/" + take("application-" + application);
    }

    private int take(String sequence) {
        int value = next.getOrDefault(sequence, 0);
        next.put(sequence, value + 1);
        return value;
    }

    /** The machine of a unit, or empty. */
    String machineOf(String application, int unit) {
        String name = application + "/" + unit;
        return units(application).stream()
                .filter(placed -> placed.unit().equals(name))
                .map(Placed::machine)
                .findFirst()
                .orElse("");
    }

    /** Whether a unit is on the machine, which the bundle may call by another name. */
    Optional<Placed> unitOn(String machine, String application, String container) {
        String real = machineMap.getOrDefault(machine, machine);
        return units(application).stream().filter(unit -> unit.isOn(real, container)).findFirst();
    }

    /** Machines with a unit of {@code source} that have none of {@code target} yet. */
    List<String> machinesWithout(String source, String target, String container) {
        TreeSet<String> found = new TreeSet<>(JujuView.NATURAL);
        units(source).forEach(unit -> found.add(unit.host()));
        for (Placed unit : units(target)) {
            boolean isInside = unit.machine().contains("/" + container + "/");
            if (container.isEmpty()) {
                found.remove(unit.machine());
            } else if (isInside) {
                found.remove(unit.host());
            }
        }
        return List.copyOf(found);
    }
}
