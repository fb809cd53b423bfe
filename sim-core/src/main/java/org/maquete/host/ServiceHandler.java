package org.maquete.host;

import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** Decides which services run. */
final class ServiceHandler {

    private ServiceHandler() {}

    static void start(StartService command, World world, Outcome out) {
        if (!HostView.isUp(world, command.host())) {
            out.refuse(
                    Refusal.missing(
                            "down",
                            "host " + command.host() + " is not up",
                            "host",
                            command.host()));
        } else if (!HostView.isRunning(world, command.host(), command.service())) {
            out.fact(new ServiceStarted(command.host(), command.service()));
        }
    }

    static void stop(StopService command, World world, Outcome out) {
        String key = command.host() + " " + command.service();
        if (!world.table(HostView.SERVICES).has(key)) {
            // The text of systemctl 249 (Ubuntu 22.04) for a unit that does not exist.
            out.refuse(
                    Refusal.missing(
                            "not found",
                            "Failed to stop "
                                    + command.service()
                                    + ".service: Unit "
                                    + command.service()
                                    + ".service not loaded.",
                            "service",
                            key));
        } else if (HostView.isRunning(world, command.host(), command.service())) {
            out.fact(new ServiceDied(command.host(), command.service()));
        }
    }
}
