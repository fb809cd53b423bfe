package org.maquete.juju;

import java.util.Optional;
import org.maquete.host.Host;
import org.maquete.host.HostView;
import org.maquete.world.World;

/**
 * What Juju cannot know at once but its agents depend on: whether their machine runs, whether the
 * agent's process does, and whether it reaches the controller.
 */
final class Truth {

    private Truth() {}

    /** Whether there is such a host and it does not run; a host that nobody models counts as up. */
    static boolean isDown(World world, String hostname) {
        Optional<Host> host = HostView.host(world, hostname);
        return host.isPresent() && !host.get().booted();
    }

    /** Whether the system of a machine and its agent run. */
    static boolean runs(World world, Machine machine) {
        return !isDown(world, machine.hostname())
                && !HostView.isStopped(world, machine.hostname(), agentService(machine));
    }

    /** Whether the agent of a machine could talk to its controller now. */
    static boolean couldConnect(World world, Machine machine) {
        if (!runs(world, machine)) {
            return false;
        }
        return Controllers.isMember(world, machine)
                ? Controllers.couldServe(world, machine)
                : Controllers.isReached(world, machine.model(), machine.hostname());
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

    /** Whether the API of the controller of a model answers. */
    static boolean answers(World world, String model) {
        return Controllers.answers(world, model);
    }

    /** The service of systemd that is the agent: {@code jujud-machine-0-lxd-1}. */
    static String agentService(Machine machine) {
        return "jujud-machine-" + machine.name().replace('/', '-');
    }
}
