package org.maquete.maas;

import java.util.Optional;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.PoweredOff;
import org.maquete.hardware.SetPower;
import org.maquete.host.HostView;
import org.maquete.host.RemoveSystem;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** Decides how a machine is given back. */
final class ReleaseHandler {

    private ReleaseHandler() {}

    static void release(ReleaseMachine command, World world, Outcome out) {
        String hostname = command.hostname();
        Optional<Machine> machine = MaasView.machine(world, hostname);
        if (machine.isEmpty()) {
            out.refuse(DeployHandler.unknown(hostname));
            return;
        }
        NodeStatus status = machine.get().status();
        if (status == NodeStatus.READY || status == NodeStatus.RELEASING) {
            return; // MAAS 3.5, api/machines.py: the postcondition is achieved, so it is a success
        }
        if (!status.mayBecome(NodeStatus.RELEASING)) {
            out.refuse(
                    Refusal.of(
                            "409",
                            "Machine cannot be released in its current state ('"
                                    + status.text()
                                    + "')."));
            return;
        }
        MaasView.deployment(world, hostname)
                .ifPresent(deployment -> {
                    out.cancel(deployment.stepEvent());
                    out.cancel(deployment.expiryEvent());
                });
        out.fact(new MachineStatusChanged(hostname, NodeStatus.RELEASING, "Releasing"));
        if (HardwareView.hasMains(world, hostname) && !HardwareView.isOn(world, hostname)) {
            finish(hostname, world, out);
        } else {
            out.command(new SetPower(hostname, false));
        }
    }

    static void poweredOff(PoweredOff fact, World world, Outcome out) {
        MaasView.machine(world, fact.machine())
                .filter(machine -> machine.status() == NodeStatus.RELEASING)
                .ifPresent(machine -> finish(machine.hostname(), world, out));
    }

    private static void finish(String hostname, World world, Outcome out) {
        out.fact(new MachineStatusChanged(hostname, NodeStatus.READY, "Released"));
        out.fact(new MachineAcquired(hostname, ""));
        if (!MaasView.addressOf(world, hostname).isEmpty()) {
            out.fact(new AddressReleased(hostname));
        }
        if (HostView.host(world, hostname).isPresent()) {
            out.command(new RemoveSystem(hostname));
        }
    }
}
