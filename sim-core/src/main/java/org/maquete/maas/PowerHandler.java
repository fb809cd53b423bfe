package org.maquete.maas;

import java.util.List;
import java.util.Optional;
import org.maquete.hardware.ControlPower;
import org.maquete.hardware.Controller;
import org.maquete.hardware.ControllerDisconnected;
import org.maquete.hardware.ControllerPasswordSet;
import org.maquete.hardware.ControllerReconnected;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.MainsCut;
import org.maquete.hardware.MainsRestored;
import org.maquete.hardware.PowerAction;
import org.maquete.hardware.PoweredOff;
import org.maquete.hardware.PoweredOn;
import org.maquete.hardware.SetPower;
import org.maquete.kernel.Command;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.Span;
import org.maquete.world.World;

/**
 * Decides how MAAS switches machines, and what it believes about their power.
 *
 * <p>A power command is a workflow that tries three times, and each time the driver tries again
 * until its waits are over; only a wrong password ends it early. When it fails MAAS goes back to
 * where it was. A change that MAAS did not make is seen when it asks next: each machine is asked
 * every five minutes. Here the asking is an event only when it would change something.
 */
final class PowerHandler {

    private static final Span UNAUTHORIZED =
            Span.seconds(
                    "maas.power-unauthorized",
                    5,
                    12,
                    "GUESS: 3 tries of wsman, 1 and 2 s apart (MAAS 3.5, workflow/power.py)");
    private static final Span UNREACHABLE =
            Span.seconds(
                    "maas.power-unreachable",
                    150,
                    200,
                    "GUESS: 3 tries of 7 tries with 35 s of waits (MAAS 3.5, drivers/power) and no"
                            + " answer for 3 s each");
    static final Span POLL =
            Span.seconds(
                    "maas.power-poll",
                    1,
                    300,
                    "MAAS 3.5, rpc/nodes.py: a state older than 5 min is asked again");

    static final List<Span> SPANS = List.of(UNAUTHORIZED, UNREACHABLE, POLL);

    private PowerHandler() {}

    /** Tells the controller of a machine; where nobody drives it, a person does it at once. */
    static void ask(Machine machine, PowerAction action, World world, Outcome out) {
        String hostname = machine.hostname();
        if (machine.power().isDriven()) {
            out.command(new ControlPower(hostname, action, machine.power().password()));
            return;
        }
        if (HardwareView.isOn(world, hostname) || action == PowerAction.OFF) {
            out.command(new SetPower(hostname, false));
        }
        if (action != PowerAction.OFF) {
            out.command(new SetPower(hostname, true));
        }
    }

    /** Whether MAAS can switch the machine. */
    static boolean answers(Machine machine, World world) {
        return !truth(machine, world).equals("error");
    }

    /** What MAAS would see if it asked now. */
    static String truth(Machine machine, World world) {
        String hostname = machine.hostname();
        boolean on = HardwareView.isOn(world, hostname);
        Optional<Controller> controller = world.table(HardwareView.CONTROLLERS).find(hostname);
        boolean answers =
                HardwareView.hasMains(world, hostname)
                        && (!machine.power().isDriven()
                                || controller
                                        .filter(Controller::connected)
                                        .filter(c ->
                                                c.password().equals(machine.power().password()))
                                        .isPresent());
        return answers ? on ? "on" : "off" : "error";
    }

    static void switchMachine(PowerMachine command, World world, Outcome out) {
        Optional<Machine> found = MaasView.machine(world, command.hostname());
        Optional<Refusal> why =
                found.isEmpty()
                        ? Optional.of(Barred.unknown(command.hostname()))
                        : Barred.first(
                                Barred.locked(found.get()),
                                command.on() && !found.get().status().isOwned()
                                        ? Optional.of(
                                                Refusal.of(
                                                        "409",
                                                        "Can't start node: it hasn't been"
                                                                + " allocated."))
                                        : Optional.empty(),
                                silent(found.get(), world));
        if (why.isPresent()) {
            out.refuse(why.get());
            return;
        }
        seen(found.get(), command.on() ? "on" : "off", out);
        ask(found.get(), command.on() ? PowerAction.ON : PowerAction.OFF, world, out);
    }

    static void query(QueryPowerState command, World world, Outcome out) {
        Optional<Machine> found = MaasView.machine(world, command.hostname());
        if (found.isEmpty()) {
            // MAAS 3.5, api/nodes.py
            out.refuse(Barred.unknown(command.hostname()));
            return;
        }
        Optional<Refusal> silent = silent(found.get(), world);
        if (silent.isPresent()) {
            out.refuse(silent.get());
        } else {
            seen(found.get(), truth(found.get(), world), out);
        }
    }

    /** What a person gets to see of the driver's error; its words go to the log of the agent. */
    private static Optional<Refusal> silent(Machine machine, World world) {
        // GUESS: MAAS 3.5, maasagent power/service.go gives only the exit status of its command
        return answers(machine, world)
                ? Optional.empty()
                : Optional.of(Refusal.of("500", "ExitError: exit status 1"));
    }

    private static void seen(Machine machine, String state, Outcome out) {
        out.cancel(machine.power().pollEvent());
        if (!machine.power().state().equals(state) || machine.power().pollDueNs() > 0) {
            out.fact(new PowerStateSeen(machine.hostname(), state));
        }
    }

    static void pollDue(PowerPollDue event, World world, Outcome out) {
        Machine machine = world.table(MaasView.MACHINES).get(event.hostname());
        out.fact(new PowerStateSeen(event.hostname(), truth(machine, world)));
    }

    static void poweredOn(PoweredOn fact, World world, Outcome out) {
        changed(fact.machine(), world, out);
    }

    static void poweredOff(PoweredOff fact, World world, Outcome out) {
        changed(fact.machine(), world, out);
    }

    static void mainsCut(MainsCut fact, World world, Outcome out) {
        changed(fact.machine(), world, out);
    }

    static void mainsRestored(MainsRestored fact, World world, Outcome out) {
        changed(fact.machine(), world, out);
    }

    static void disconnected(ControllerDisconnected fact, World world, Outcome out) {
        changed(fact.machine(), world, out);
    }

    static void reconnected(ControllerReconnected fact, World world, Outcome out) {
        changed(fact.machine(), world, out);
    }

    static void passwordSet(ControllerPasswordSet fact, World world, Outcome out) {
        changed(fact.machine(), world, out);
    }

    private static void changed(String hostname, World world, Outcome out) {
        Optional<Machine> found = MaasView.machine(world, hostname);
        if (found.isEmpty()) {
            return;
        }
        Machine machine = found.get();
        String truth = truth(machine, world);
        boolean differs = !truth.equals(machine.power().state());
        boolean watched =
                MaasView.deployment(world, hostname).isPresent()
                        || MaasView.operation(world, hostname).isPresent();
        if (!differs || (watched && !truth.equals("error"))) {
            seen(machine, truth, out);
        } else if (machine.power().pollDueNs() == 0) {
            long waitNs = out.draw(POLL, hostname, out.now());
            EventId due = out.schedule(waitNs, new PowerPollDue(hostname));
            out.fact(new PowerPollPlanned(hostname, out.now() + waitNs, due));
        }
    }

    /** A power command of ours was refused: the management controller did not do it. */
    static void refused(long ticket, Command command, Refusal refusal, World world, Outcome out) {
        if (!(command instanceof ControlPower(String hostname, _, _))) {
            return;
        }
        Span span = refusal.code().equals("unauthorized") ? UNAUTHORIZED : UNREACHABLE;
        Optional<Deployment> deployment = MaasView.deployment(world, hostname);
        Optional<Operation> operation = MaasView.operation(world, hostname);
        if (deployment.isPresent()) {
            long waitNs = out.draw(span, hostname, out.now());
            EventId due = out.schedule(waitNs, new DeployStepDue(hostname));
            out.fact(new DeployStepReached(hostname, DeployStep.POWER_ON, out.now() + waitNs, due));
        } else if (operation.isPresent()) {
            long waitNs = out.draw(span, hostname, out.now());
            EventId due = out.schedule(waitNs, new OperationStepDue(hostname));
            out.fact(
                    new OperationStepReached(
                            hostname, operation.get().step(), out.now() + waitNs, due));
        }
    }

    /** What MAAS notes when it gives up to switch a machine. */
    static String reverting(NodeStatus from, NodeStatus to) {
        // MAAS 3.5, models/node.py, _start_bmc_unavailable, after the name of its event
        return "Failed to query node's BMC - (admin) - Aborting "
                + from
                + " and reverting to "
                + to
                + ". Unable to power control the node. Please check power credentials.";
    }
}
