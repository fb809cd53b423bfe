package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import org.maquete.world.World;

/** The machines on which a controller runs: those of its model with a unit of its application. */
public final class ControllerView {

    private static final String APPLICATION = "controller";

    private ControllerView() {}

    /** The machines of a controller, in natural order of their ids. */
    public static List<Machine> machines(World world, String controller) {
        String model = controller + ":controller";
        List<Machine> found = new ArrayList<>();
        for (Machine machine : JujuView.machines(world, model)) {
            if (isOne(machine, world)) {
                found.add(machine);
            }
        }
        return found;
    }

    /** Those of them that vote: their agents run. */
    public static List<Machine> voting(World world, String controller) {
        List<Machine> found = machines(world, controller);
        found.removeIf(machine -> !machine.agent().current().equals("started"));
        return found;
    }

    static boolean isOne(Machine machine, World world) {
        if (!machine.model().endsWith(":controller") || machine.isContainer()) {
            return false;
        }
        for (Unit unit : JujuView.unitsOn(world, machine)) {
            if (unit.application().equals(APPLICATION)) {
                return true;
            }
        }
        return false;
    }

    static boolean isOnly(Machine machine, World world) {
        String model = machine.model();
        return isOne(machine, world)
                && machines(world, model.substring(0, model.indexOf(':'))).size() == 1;
    }
}
