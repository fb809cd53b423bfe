package org.maquete.juju;

import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/**
 * The unit assigner: puts each new unit on a machine, once. What it does not find it drops without
 * a word (worker/unitassigner), and the unit waits for ever.
 */
final class AssignHandler {

    private AssignHandler() {}

    static void added(UnitAdded fact, World world, Outcome out) {
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
            case Placement.OnMachine(String machine) -> {
                if (JujuView.machine(world, fact.model(), machine).isPresent()) {
                    out.fact(new UnitAssigned(fact.model(), fact.unit(), machine));
                }
            }
            case Placement.InContainer(_, String host) when host.isEmpty() -> {
                String machine = newMachine(fact.model(), application, "", world, out);
                String container = machine + "/lxd/0";
                out.fact(new MachineAdded(fact.model(), container, application.base(), ""));
                out.fact(new UnitAssigned(fact.model(), fact.unit(), container));
            }
            case Placement.InContainer(_, String host) -> {
                Optional<Machine> found = JujuView.machine(world, fact.model(), host);
                if (found.isPresent()) {
                    String container = found.get().name() + "/lxd/" + found.get().nextContainer();
                    out.fact(new MachineAdded(fact.model(), container, application.base(), ""));
                    out.fact(new UnitAssigned(fact.model(), fact.unit(), container));
                }
            }
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
