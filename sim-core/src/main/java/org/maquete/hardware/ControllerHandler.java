package org.maquete.hardware;

import java.util.Optional;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** Decides what the management controllers of the machines do. */
final class ControllerHandler {

    private ControllerHandler() {}

    static void controlPower(ControlPower command, World world, Outcome out) {
        Optional<Machine> machine = RackHandler.machine(command.machine(), world, out);
        if (machine.isEmpty()) {
            return;
        }
        Controller controller = world.table(HardwareView.CONTROLLERS).get(command.machine());
        if (!machine.get().mains() || !controller.connected()) {
            out.refuse(
                    refusal(
                            "unreachable",
                            "PowerConnError",
                            "Could not connect to BMC.  Check BMC configuration and try again.",
                            command.machine()));
        } else if (!controller.password().equals(command.password())) {
            out.refuse(
                    refusal(
                            "unauthorized",
                            "PowerAuthError",
                            "Incorrect password.  Check BMC configuration and try again.",
                            command.machine()));
        } else if (command.action() != PowerAction.QUERY) {
            change(machine.get(), command.action() != PowerAction.OFF, out);
        }
    }

    private static void change(Machine machine, boolean on, Outcome out) {
        if (machine.on()) {
            out.fact(new PoweredOff(machine.name()));
        }
        if (on) {
            out.fact(new PoweredOn(machine.name()));
        }
    }

    static void setPassword(SetControllerPassword command, World world, Outcome out) {
        if (RackHandler.machine(command.machine(), world, out).isPresent()) {
            out.fact(new ControllerPasswordSet(command.machine(), command.password()));
        }
    }

    static void disconnect(DisconnectController command, World world, Outcome out) {
        if (RackHandler.machine(command.machine(), world, out).isPresent()
                && world.table(HardwareView.CONTROLLERS).get(command.machine()).connected()) {
            out.fact(new ControllerDisconnected(command.machine()));
        }
    }

    static void reconnect(ReconnectController command, World world, Outcome out) {
        if (RackHandler.machine(command.machine(), world, out).isPresent()
                && !world.table(HardwareView.CONTROLLERS).get(command.machine()).connected()) {
            out.fact(new ControllerReconnected(command.machine()));
        }
    }

    // MAAS 3.5, drivers/power/amt.py: AMT_ERRORS
    private static Refusal refusal(String code, String type, String text, String machine) {
        return new Refusal(code, type, text, new Ref("machine", machine));
    }
}
