package org.maquete.juju;

import java.util.Optional;
import org.maquete.host.HostView;
import org.maquete.world.World;

/**
 * What Juju cannot know at once but its agents depend on: whether their machine runs, whether the
 * agent's process does, and whether it reaches the controller.
 */
final class Truth {

    private static final String CONTROLLER_MACHINE = "0";

    private Truth() {}

    /** Whether there is such a host and it does not run; a host that nobody models counts as up. */
    static boolean isDown(World world, String hostname) {
        return HostView.host(world, hostname).map(host -> !host.booted()).orElse(false);
    }

    /** Whether the agent of a machine could talk to its controller now. */
    static boolean couldConnect(World world, Machine machine) {
        String hostname = machine.hostname();
        if (isDown(world, hostname) || HostView.isStopped(world, hostname, agentService(machine))) {
            return false;
        }
        Optional<Machine> controller = controllerOf(world, machine.model());
        if (controller.isEmpty() || controller.get().key().equals(machine.key())) {
            return true;
        }
        return !isAbsent(world, controller.get())
                && HostView.isLinked(world, hostname, controller.get().hostname());
    }

    /** Whether the agent of a machine has no connection to its controller. */
    static boolean isAbsent(World world, Machine machine) {
        return world.table(JujuTables.ABSENCES).count() > 0
                && world.table(JujuTables.ABSENCES).has(machine.model() + " " + machine.name());
    }

    /** Whether the agent of the machine of a unit has no connection to its controller. */
    static boolean isAbsent(World world, Unit unit) {
        return world.table(JujuTables.ABSENCES).count() > 0
                && world.table(JujuTables.ABSENCES).has(unit.model() + " " + unit.machine());
    }

    /** Whether the API of the controller of a model answers; the machine is that of bootstrap. */
    static boolean answers(World world, String model) {
        return controllerOf(world, model).map(machine -> !isAbsent(world, machine)).orElse(true);
    }

    /** Whether a machine is the one that its controller runs on. */
    static boolean isController(Machine machine) {
        return machine.name().equals(CONTROLLER_MACHINE) && machine.model().endsWith(":controller");
    }

    static Optional<Machine> controllerOf(World world, String model) {
        String controller = model.substring(0, model.indexOf(':'));
        return JujuView.machine(world, controller + ":controller", CONTROLLER_MACHINE);
    }

    /** The service of systemd that is the agent: {@code jujud-machine-0-lxd-1}. */
    static String agentService(Machine machine) {
        return "jujud-machine-" + machine.name().replace('/', '-');
    }
}
