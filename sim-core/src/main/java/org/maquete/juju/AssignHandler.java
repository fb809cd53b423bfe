package org.maquete.juju;

import java.util.List;
import java.util.Optional;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.StorageSlot;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/**
 * The unit assigner: puts each new unit on a machine, once. What it does not find it drops without
 * a word (worker/unitassigner), and the unit waits for ever.
 */
final class AssignHandler {

    private final CharmCatalog catalog;

    AssignHandler(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    void added(UnitAdded fact, World world, Outcome out) {
        if (!fact.principal().isEmpty()) {
            String principal = fact.model() + " " + fact.principal();
            String machine = world.table(JujuTables.UNITS).get(principal).machine();
            out.fact(new UnitAssigned(fact.model(), fact.unit(), machine));
            return;
        }
        Application application =
                world.table(JujuTables.APPLICATIONS).get(fact.model(), fact.application());
        Placement placement =
                fact.placement().isEmpty()
                        ? new Placement.Anywhere()
                        : Placement.parse(fact.placement()).orElseThrow();
        switch (placement) {
            case Placement.OnMachine(String machine) ->
                    onMachine(fact, application, machine, world, out);
            case Placement.InContainer(_, String host) when host.isEmpty() -> {
                String machine = newMachine(fact.model(), application, "", world, out);
                String container = machine + "/lxd/0";
                addContainer(container, application, out);
                out.fact(new UnitAssigned(fact.model(), fact.unit(), container));
            }
            case Placement.InContainer(_, String host) ->
                    inContainer(fact, application, host, world, out);
            case Placement.Directive directive -> {
                String machine =
                        newMachine(fact.model(), application, directive.text(), world, out);
                out.fact(new UnitAssigned(fact.model(), fact.unit(), machine));
            }
            case Placement.Anywhere() -> {
                Optional<Machine> clean = cleanAndEmpty(fact.model(), application, world);
                String machine =
                        clean.map(Machine::name)
                                .orElseGet(() ->
                                        newMachine(fact.model(), application, "", world, out));
                out.fact(new UnitAssigned(fact.model(), fact.unit(), machine));
            }
        }
    }

    private static void onMachine(
            UnitAdded fact, Application application, String machine, World world, Outcome out) {
        Optional<Machine> found = JujuView.machine(world, fact.model(), machine);
        if (found.isPresent() && !found.get().base().equals(application.base())) {
            // state/unit.go: the words of Unit.AssignToMachine
            String why =
                    "base does not match: unit has "
                            + JujuRefusal.quote(application.base())
                            + ", machine has "
                            + JujuRefusal.quote(found.get().base());
            fail(fact, machine, why, out);
        } else if (found.isPresent()) {
            out.fact(new UnitAssigned(fact.model(), fact.unit(), machine));
        }
    }

    private void inContainer(
            UnitAdded fact, Application application, String host, World world, Outcome out) {
        Optional<Machine> found = JujuView.machine(world, fact.model(), host);
        Optional<StorageSlot> store = storage(application);
        if (found.isPresent() && store.isPresent()) {
            String name = found.get().name() + "/lxd/" + found.get().nextContainer();
            String why =
                    "adding storage of type "
                            + JujuRefusal.quote(store.get().type())
                            + " to lxd container not supported";
            fail(fact, name, why, out);
        } else if (found.isPresent()) {
            String container = found.get().name() + "/lxd/" + found.get().nextContainer();
            addContainer(container, application, out);
            out.fact(new UnitAssigned(fact.model(), fact.unit(), container));
        }
    }

    private static void addContainer(String container, Application application, Outcome out) {
        String spaces = SpaceNeeds.word(application.constraints());
        out.fact(new MachineAdded(application.model(), container, application.base(), spaces));
    }

    /** The assigner says in the unit's agent status why it cannot place it: juju 3.6. */
    private static void fail(UnitAdded fact, String machine, String why, Outcome out) {
        String message =
                "cannot assign unit "
                        + JujuRefusal.quote(fact.unit())
                        + " to machine "
                        + machine
                        + ": "
                        + why;
        out.fact(new UnitAgentChanged(fact.model(), fact.unit(), "error", message));
    }

    /** A store that each unit of the application has to have. */
    private Optional<StorageSlot> storage(Application application) {
        return catalog.find(application.charm()).stream()
                .flatMap(charm -> charm.storage().stream())
                .filter(slot -> slot.range().startsWith("1"))
                .findFirst();
    }

    private static String newMachine(
            String model, Application application, String directive, World world, Outcome out) {
        String machine = Integer.toString(world.table(JujuTables.MODELS).get(model).nextMachine());
        String constraints = application.constraints();
        String words =
                directive.isEmpty() ? constraints : (constraints + " to=" + directive).strip();
        out.fact(new MachineAdded(model, machine, application.base(), words));
        return machine;
    }

    /** The first machine that nobody uses: state/unit.go, findCleanMachineQuery. */
    private static Optional<Machine> cleanAndEmpty(
            String model, Application application, World world) {
        List<Machine> machines = JujuView.machines(world, model);
        return machines.stream()
                .filter(m -> !m.isContainer() && m.base().equals(application.base()))
                .filter(m -> m.agent().current().equals("started") && !m.hardware().isEmpty())
                .filter(m -> m.nextContainer() == 0 && JujuView.unitsOn(world, m).isEmpty())
                .filter(m -> !m.model().endsWith(":controller") || !m.name().equals("0"))
                .filter(m -> ConstraintWords.areMetBy(application.constraints(), m.hardware()))
                .findFirst();
    }
}
