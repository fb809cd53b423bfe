package org.maquete.host;

import java.util.Optional;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** Decides which services run. */
final class ServiceHandler {

    private ServiceHandler() {}

    static void start(StartService command, World world, Outcome out) {
        if (!HostView.isUp(world, command.host())) {
            out.refuse(HostHandler.down(command.host()));
        } else if (!HostView.isRunning(world, command.host(), command.service())) {
            Optional<Service> known = service(world, command.host(), command.service());
            if (known.isPresent()) {
                out.cancel(known.get().restartEvent());
            } else {
                out.fact(
                        new ServiceInstalled(
                                command.host(),
                                command.service(),
                                command.memoryMib(),
                                command.cpuMilli()));
            }
            out.fact(new ServiceStarted(command.host(), command.service()));
        }
    }

    static void stop(StopService command, World world, Outcome out) {
        Optional<Service> service = service(world, command.host(), command.service());
        if (service.isEmpty()) {
            out.refuse(notLoaded("stop", command.host(), command.service()));
        } else if (service.get().running() || service.get().restartDueNs() > 0) {
            out.cancel(service.get().restartEvent());
            out.fact(new ServiceDied(command.host(), command.service()));
        }
    }

    static void kill(KillService command, World world, Outcome out) {
        Optional<Service> service = service(world, command.host(), command.service());
        if (service.isEmpty()) {
            out.refuse(notLoaded("kill", command.host(), command.service()));
        } else if (service.get().running()) {
            long waitNs = out.draw(HostSubsystem.RESTART_SERVICE, service.get().key(), out.now());
            out.fact(new ServiceDied(command.host(), command.service()));
            out.fact(planned(service.get(), waitNs, out));
        }
    }

    static ServiceRestartPlanned planned(Service service, long waitNs, Outcome out) {
        EventId due = out.schedule(waitNs, new ServiceRestartDue(service.host(), service.name()));
        return new ServiceRestartPlanned(service.host(), service.name(), out.now() + waitNs, due);
    }

    static void restartDue(ServiceRestartDue event, World world, Outcome out) {
        out.fact(new ServiceStarted(event.host(), event.service()));
    }

    private static Optional<Service> service(World world, String host, String name) {
        return world.table(HostView.SERVICES).find(host, name);
    }

    /** The text of systemctl 249 (Ubuntu 22.04) for a unit that does not exist. */
    private static Refusal notLoaded(String verb, String host, String service) {
        String unit = service + ".service";
        return Refusal.missing(
                "not found",
                "Failed to " + verb + " " + unit + ": Unit " + unit + " not loaded.",
                "service",
                host + " " + service);
    }
}
