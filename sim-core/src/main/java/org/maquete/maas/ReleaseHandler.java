package org.maquete.maas;

import java.util.Optional;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.PowerAction;
import org.maquete.host.HostView;
import org.maquete.host.RemoveSystem;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** Decides how a machine is given back, with or without its disks being overwritten. */
final class ReleaseHandler {

    private ReleaseHandler() {}

    static void release(ReleaseMachine command, World world, Outcome out) {
        String hostname = command.hostname();
        Optional<Machine> found = MaasView.machine(world, hostname);
        Optional<Refusal> why =
                found.isEmpty()
                        ? Optional.of(Barred.unknown(hostname))
                        : Barred.locked(found.get());
        if (why.isPresent()) {
            out.refuse(why.get());
            return;
        }
        Machine machine = found.get();
        NodeStatus status = machine.status();
        if (status == NodeStatus.READY || status == NodeStatus.RELEASING) {
            return; // MAAS 3.5, api/machines.py: the postcondition is achieved, so it is a success
        }
        if (!status.isReleasable()) {
            out.refuse(
                    Refusal.of(
                            "409",
                            "Machine cannot be released in its current state ('"
                                    + status.text()
                                    + "')."));
            return;
        }
        if (command.erase() == Erase.NONE) {
            stopDeploying(hostname, world, out);
            begin(machine, world, out);
            return;
        }
        Optional<Refusal> imageless = Barred.imageless(world);
        if (imageless.isPresent()) {
            out.refuse(imageless.get());
            return;
        }
        stopDeploying(hostname, world, out);
        OperationHandler.begin(machine, OperationKind.ERASE, command.erase() != Erase.FULL, out);
        PowerHandler.ask(machine, PowerAction.ON, world, out);
    }

    static void stopDeploying(String hostname, World world, Outcome out) {
        MaasView.deployment(world, hostname)
                .ifPresent(deployment -> {
                    out.cancel(deployment.stepEvent());
                    out.cancel(deployment.expiryEvent());
                });
    }

    /** Releases; at once when MAAS knows that the machine is off. */
    static void begin(Machine machine, World world, Outcome out) {
        String hostname = machine.hostname();
        boolean off =
                machine.power().state().equals("off")
                        || (PowerHandler.answers(machine, world)
                                && !HardwareView.isOn(world, hostname));
        if (off) {
            out.fact(
                    new MachineStatusChanged(
                            hostname, NodeStatus.RELEASING, NodeStatus.RELEASING.text()));
            free(machine, world, out);
            return;
        }
        OperationHandler.begin(machine, OperationKind.RELEASE, false, out);
        PowerHandler.ask(machine, PowerAction.OFF, world, out);
    }

    /** The machine is off. */
    static void finish(Machine machine, World world, Outcome out) {
        OperationHandler.end(machine.hostname(), world, out);
        free(machine, world, out);
    }

    private static void free(Machine machine, World world, Outcome out) {
        String hostname = machine.hostname();
        out.fact(new MachineStatusChanged(hostname, NodeStatus.READY, "Released"));
        out.fact(new MachineAcquired(hostname, ""));
        if (!MaasView.addressOf(world, hostname).isEmpty()) {
            out.fact(new AddressReleased(hostname));
            AddressHandler.releaseFurther(hostname, world, out);
        }
        if (HostView.host(world, hostname).isPresent()) {
            out.command(new RemoveSystem(hostname));
        }
    }
}
