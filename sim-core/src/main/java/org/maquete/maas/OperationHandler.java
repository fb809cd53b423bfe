package org.maquete.maas;

import java.util.List;
import java.util.Optional;
import org.maquete.hardware.Disk;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.PowerAction;
import org.maquete.hardware.PoweredOff;
import org.maquete.hardware.PoweredOn;
import org.maquete.hardware.SetPower;
import org.maquete.hardware.WipeDisks;
import org.maquete.host.DivertBoot;
import org.maquete.host.HostView;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Span;
import org.maquete.world.World;

/**
 * Decides how commissioning, testing, erasing and rescue mode go on.
 *
 * <p>All of them boot an ephemeral system from the network, so their steps begin alike: power, PXE,
 * loading. Then scripts run, or disks are overwritten, or a person may log in. Until the scripts
 * run a deadline runs, as in a deployment; from then on MAAS waits for heartbeats. Erasing has
 * neither (MAAS 3.5 sets no deadline for it): a machine that dies then stays in {@code Disk
 * erasing} until somebody aborts it.
 */
final class OperationHandler {

    private static final String GUESS = "GUESS: commissioning takes 4-8 min on a NUC";
    private static final Span GATHER = Span.seconds("maas.commission-gather", 100, 200, GUESS);
    private static final Span RUN_TESTS =
            Span.seconds("maas.run-tests", 15, 60, "GUESS: smartctl-validate of two disks");
    private static final Span WIPE =
            Span.seconds(
                    "maas.wipe-100-gb",
                    180,
                    260,
                    "GUESS: 0.4-0.55 GB/s on a SATA SSD, one disk after the other");
    private static final Span WIPE_QUICKLY =
            Span.seconds("maas.wipe-quickly", 2, 10, "GUESS: a few MiB of each disk");
    private static final Span HEARTBEAT =
            Span.seconds(
                    "maas.heartbeat-phase",
                    0,
                    120,
                    "MAAS 3.5, status_monitor.py: a heartbeat every two minutes");

    static final List<Span> SPANS = List.of(GATHER, RUN_TESTS, WIPE, WIPE_QUICKLY, HEARTBEAT);

    private OperationHandler() {}

    /** Begins an operation; the caller has checked that MAAS would. */
    static void begin(Machine machine, OperationKind kind, boolean brief, Outcome out) {
        begin(machine, kind, brief, TestScripts.USUAL, out);
    }

    /** The same with these hardware tests, where tests belong to it. */
    static void begin(
            Machine machine, OperationKind kind, boolean brief, List<String> scripts, Outcome out) {
        String hostname = machine.hostname();
        boolean tests = kind == OperationKind.TEST || kind == OperationKind.COMMISSION && !brief;
        out.fact(new OperationStarted(hostname, kind, brief, tests ? scripts : List.of()));
        String message =
                kind == OperationKind.ERASE ? OperationStep.WIPE.message() : kind.status().text();
        out.fact(new MachineStatusChanged(hostname, kind.status(), message));
        if (kind != OperationKind.ERASE && kind != OperationKind.EXIT_RESCUE) {
            expire(hostname, Deadlines.ns(deadline(kind), out), out);
        }
    }

    private static Span deadline(OperationKind kind) {
        return kind == OperationKind.RELEASE ? Deadlines.RELEASE : Deadlines.NODE;
    }

    private static void expire(String hostname, long leftNs, Outcome out) {
        EventId expiry = out.schedule(leftNs, new OperationExpiryDue(hostname));
        out.fact(new OperationExpirySet(hostname, out.now() + leftNs, expiry));
    }

    private static void unexpire(Operation operation, Outcome out) {
        if (operation.expiresNs() > 0) {
            out.cancel(operation.expiryEvent());
            out.fact(new OperationExpirySet(operation.hostname(), 0, EventId.NONE));
        }
    }

    /** Ends what is under way, if anything is. */
    static void end(String hostname, World world, Outcome out) {
        Optional<Operation> operation = MaasView.operation(world, hostname);
        if (operation.isPresent()) {
            out.cancel(operation.get().stepEvent());
            out.cancel(operation.get().expiryEvent());
            out.fact(new OperationEnded(hostname));
        }
    }

    static void poweredOn(PoweredOn fact, World world, Outcome out) {
        Optional<Machine> machine = MaasView.machine(world, fact.machine());
        Optional<Operation> operation = MaasView.operation(world, fact.machine());
        boolean netboots =
                operation.map(o -> o.kind().isEphemeral()).orElse(false)
                        || machine.filter(m -> m.status() == NodeStatus.RESCUE_MODE).isPresent();
        if (netboots && HostView.host(world, fact.machine()).isPresent()) {
            out.command(new DivertBoot(fact.machine()));
        }
        if (operation.isEmpty()) {
            return;
        }
        if (operation.get().kind().isEphemeral()) {
            out.cancel(operation.get().stepEvent());
            reach(operation.get(), OperationStep.PXE_BOOT, world, out);
        } else if (operation.get().kind() == OperationKind.EXIT_RESCUE
                && machine.get().standing().previous() == NodeStatus.DEPLOYED) {
            left(machine.get(), world, out);
        }
    }

    static void poweredOff(PoweredOff fact, World world, Outcome out) {
        Optional<Operation> found = MaasView.operation(world, fact.machine());
        if (found.isEmpty()) {
            return;
        }
        Operation operation = found.get();
        Machine machine = world.table(MaasView.MACHINES).get(fact.machine());
        switch (operation.kind()) {
            case RELEASE -> ReleaseHandler.finish(machine, world, out);
            case EXIT_RESCUE -> {
                if (machine.standing().previous() != NodeStatus.DEPLOYED) {
                    left(machine, world, out);
                }
            }
            case COMMISSION, TEST, ERASE, ENTER_RESCUE -> interrupt(operation, out);
        }
    }

    private static void interrupt(Operation operation, Outcome out) {
        if (operation.step() == OperationStep.POWER || operation.stepDueNs() == 0) {
            return;
        }
        String hostname = operation.hostname();
        out.cancel(operation.stepEvent());
        if (operation.step().hasHeartbeat()) {
            long sinceNs = out.draw(HEARTBEAT, hostname, out.now());
            long timeoutNs = Deadlines.ns(Deadlines.NODE, out);
            expire(hostname, Math.max(0, timeoutNs - sinceNs), out);
        }
        OperationStep from =
                operation.step().hasHeartbeat() ? operation.step() : OperationStep.PXE_BOOT;
        out.fact(new OperationStepReached(hostname, from, 0, EventId.NONE));
    }

    /** Rescue mode is over. */
    static void left(Machine machine, World world, Outcome out) {
        end(machine.hostname(), world, out);
        out.fact(
                new MachineStatusChanged(
                        machine.hostname(), machine.standing().previous(), "Exited rescue mode"));
    }

    static void stepDue(OperationStepDue event, World world, Outcome out) {
        Operation operation = world.table(MaasView.OPERATIONS).get(event.hostname());
        switch (operation.step()) {
            case POWER, SWITCH -> giveUp(operation, world, out);
            case PXE_BOOT -> {
                if (NetworkBoot.isSilent(world, event.hostname())) {
                    out.fact(
                            new OperationStepReached(
                                    event.hostname(), OperationStep.PXE_BOOT, 0, EventId.NONE));
                } else {
                    reach(operation, OperationStep.LOAD_EPHEMERAL, world, out);
                }
            }
            case LOAD_EPHEMERAL -> loaded(operation, world, out);
            case GATHER -> {
                ResourceHandler.lookAgain(event.hostname(), world, out);
                if (operation.brief()) {
                    finish(operation, NodeStatus.READY, world, out);
                } else {
                    reach(operation, OperationStep.RUN_TESTS, world, out);
                }
            }
            case RUN_TESTS -> finish(operation, tested(operation, world), world, out);
            case WIPE -> {
                out.command(new WipeDisks(event.hostname()));
                Machine machine = world.table(MaasView.MACHINES).get(event.hostname());
                end(event.hostname(), world, out);
                ReleaseHandler.begin(machine, world, out);
            }
        }
    }

    private static void loaded(Operation operation, World world, Outcome out) {
        switch (operation.kind()) {
            case COMMISSION -> {
                unexpire(operation, out);
                reach(operation, OperationStep.GATHER, world, out);
            }
            case TEST -> {
                unexpire(operation, out);
                reach(operation, OperationStep.RUN_TESTS, world, out);
            }
            case ERASE -> reach(operation, OperationStep.WIPE, world, out);
            case ENTER_RESCUE -> {
                end(operation.hostname(), world, out);
                out.fact(
                        new MachineStatusChanged(
                                operation.hostname(),
                                NodeStatus.RESCUE_MODE,
                                NodeStatus.RESCUE_MODE.text()));
            }
            case RELEASE, EXIT_RESCUE ->
                    throw new IllegalStateException("nothing is loaded for " + operation);
        }
    }

    private static void reach(Operation operation, OperationStep step, World world, Outcome out) {
        String hostname = operation.hostname();
        Machine machine = world.table(MaasView.MACHINES).get(hostname);
        NodeStatus status = step == OperationStep.RUN_TESTS ? NodeStatus.TESTING : machine.status();
        long stepNs = stepNs(operation, step, machine, world, out);
        EventId due = out.schedule(stepNs, new OperationStepDue(hostname));
        out.fact(new MachineStatusChanged(hostname, status, step.message()));
        out.fact(new OperationStepReached(hostname, step, out.now() + stepNs, due));
    }

    private static long stepNs(
            Operation operation, OperationStep step, Machine machine, World world, Outcome out) {
        String hostname = machine.hostname();
        return switch (step) {
            case PXE_BOOT -> out.draw(DeployHandler.PXE_BOOT, hostname, -machine.runs());
            case LOAD_EPHEMERAL ->
                    out.draw(DeployHandler.LOAD_EPHEMERAL, hostname, -machine.runs());
            case GATHER -> out.draw(GATHER, hostname, machine.runs());
            case RUN_TESTS -> out.draw(RUN_TESTS, hostname, machine.runs());
            case WIPE -> wipeNs(operation, machine, world, out);
            case POWER, SWITCH ->
                    throw new IllegalArgumentException("the end of " + step + " is not ours");
        };
    }

    private static long wipeNs(Operation operation, Machine machine, World world, Outcome out) {
        if (operation.brief()) {
            return out.draw(WIPE_QUICKLY, machine.hostname(), machine.runs());
        }
        long gigabytes =
                HardwareView.disks(world, machine.hostname()).stream().mapToLong(Disk::gb).sum();
        return out.draw(WIPE, machine.hostname(), machine.runs()) / 100 * gigabytes;
    }

    /** MAAS 3.5, metadataserver/api.py, _process_testing. */
    private static NodeStatus tested(Operation operation, World world) {
        if (TestScripts.fail(operation.scripts(), operation.hostname(), world)) {
            return NodeStatus.FAILED_TESTING;
        }
        NodeStatus previous =
                world.table(MaasView.MACHINES).get(operation.hostname()).standing().previous();
        return switch (previous) {
            case FAILED_COMMISSIONING -> NodeStatus.NEW;
            case READY, RESERVED, ALLOCATED, DEPLOYED -> previous;
            default -> NodeStatus.READY;
        };
    }

    /** The scripts are through: the ephemeral system switches off, or boots what is installed. */
    private static void finish(Operation operation, NodeStatus status, World world, Outcome out) {
        String hostname = operation.hostname();
        end(hostname, world, out);
        out.fact(new MachineStatusChanged(hostname, status, status.text()));
        out.command(new SetPower(hostname, false));
        if (status == NodeStatus.DEPLOYED) {
            out.command(new SetPower(hostname, true));
        }
    }

    /** The management controller did not do what MAAS asked. */
    private static void giveUp(Operation operation, World world, Outcome out) {
        String hostname = operation.hostname();
        NodeStatus now = world.table(MaasView.MACHINES).get(hostname).status();
        boolean back =
                now.mayBecome(operation.before())
                        && operation.kind() != OperationKind.ERASE
                        && operation.kind() != OperationKind.EXIT_RESCUE;
        NodeStatus next = back ? operation.before() : now.failed();
        String message = back ? PowerHandler.reverting(now, next) : next.text();
        end(hostname, world, out);
        out.fact(new MachineStatusChanged(hostname, next, message));
    }

    static void expired(OperationExpiryDue event, World world, Outcome out) {
        Operation operation = world.table(MaasView.OPERATIONS).get(event.hostname());
        Machine machine = world.table(MaasView.MACHINES).get(event.hostname());
        long minutes = Deadlines.minutes(deadline(operation.kind()), out);
        // MAAS 3.5, status_monitor.py, after the name of the event
        String why =
                operation.step().hasHeartbeat()
                        ? "Node has not been heard from for the last " + minutes + " minutes"
                        : "Node operation '"
                                + machine.status().text()
                                + "' timed out after "
                                + minutes
                                + " minutes.";
        end(event.hostname(), world, out);
        out.fact(
                new MachineStatusChanged(
                        event.hostname(),
                        machine.status().failed(),
                        "Marking node failed - " + why));
        if (operation.step().hasHeartbeat()) {
            PowerHandler.ask(machine, PowerAction.OFF, world, out);
        }
    }

    /** Schedules what an observed state has pending, and renews the handles. */
    static void resume(World world, Outcome out) {
        for (Operation operation : world.table(MaasView.OPERATIONS)) {
            String hostname = operation.hostname();
            if (operation.expiresNs() > 0) {
                expire(hostname, Math.max(0, operation.expiresNs() - out.now()), out);
            }
            if (operation.stepDueNs() > 0) {
                long stepNs = Math.max(0, operation.stepDueNs() - out.now());
                EventId due = out.schedule(stepNs, new OperationStepDue(hostname));
                out.fact(
                        new OperationStepReached(
                                hostname, operation.step(), out.now() + stepNs, due));
            }
        }
        for (Machine machine : world.table(MaasView.MACHINES)) {
            long dueNs = machine.power().pollDueNs();
            if (dueNs > 0) {
                long waitNs = Math.max(0, dueNs - out.now());
                EventId due = out.schedule(waitNs, new PowerPollDue(machine.hostname()));
                out.fact(new PowerPollPlanned(machine.hostname(), out.now() + waitNs, due));
            }
        }
    }
}
