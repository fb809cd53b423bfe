package org.maquete.maas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.hardware.PowerAction;
import org.maquete.kernel.Answer;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** Decides what people do with machines: commission, test, repair, lock, give up. */
final class LifecycleHandler {

    // MAAS 3.5, node_action.py
    private static final List<NodeStatus> COMMISSIONABLE =
            List.of(
                    NodeStatus.NEW,
                    NodeStatus.FAILED_COMMISSIONING,
                    NodeStatus.READY,
                    NodeStatus.BROKEN);
    private static final List<NodeStatus> TESTABLE =
            List.of(
                    NodeStatus.FAILED_COMMISSIONING,
                    NodeStatus.NEW,
                    NodeStatus.READY,
                    NodeStatus.RESERVED,
                    NodeStatus.ALLOCATED,
                    NodeStatus.FAILED_DEPLOYMENT,
                    NodeStatus.DEPLOYED,
                    NodeStatus.MISSING,
                    NodeStatus.RETIRED,
                    NodeStatus.BROKEN,
                    NodeStatus.RESCUE_MODE,
                    NodeStatus.FAILED_RELEASING,
                    NodeStatus.FAILED_DISK_ERASING,
                    NodeStatus.FAILED_ENTERING_RESCUE_MODE,
                    NodeStatus.FAILED_EXITING_RESCUE_MODE,
                    NodeStatus.FAILED_TESTING);

    private LifecycleHandler() {}

    /** The machine, unless it is not there or {@code why} gives a reason; then it is refused. */
    private static Optional<Machine> machine(
            String hostname, World world, Outcome out, Reason... reasons) {
        Optional<Machine> found = MaasView.machine(world, hostname);
        if (found.isEmpty()) {
            out.refuse(Barred.unknown(hostname));
            return found;
        }
        for (Reason reason : reasons) {
            Optional<Refusal> why = reason.of(found.get());
            if (why.isPresent()) {
                out.refuse(why.get());
                return Optional.empty();
            }
        }
        return found;
    }

    @FunctionalInterface
    private interface Reason {
        Optional<Refusal> of(Machine machine);
    }

    /** The move into a status is not allowed. */
    private static Reason move(NodeStatus to) {
        return machine ->
                machine.status().mayBecome(to)
                        ? Optional.empty()
                        : Optional.of(machine.status().refusal(to));
    }

    private static Reason unless(boolean allowed, String message) {
        return _ -> allowed ? Optional.empty() : Optional.of(Refusal.of("409", message));
    }

    static void commission(CommissionMachine command, World world, Outcome out) {
        machine(
                        command.hostname(),
                        world,
                        out,
                        m -> Barred.inaction(m, COMMISSIONABLE, "Commission", world),
                        Barred::unswitchable,
                        _ -> Barred.imageless(world),
                        _ -> TestScripts.refusal(command.scripts()))
                .ifPresent(m -> {
                    List<String> scripts = orUsual(command.scripts());
                    OperationHandler.begin(
                            m, OperationKind.COMMISSION, !command.tests(), scripts, out);
                    PowerHandler.ask(m, PowerAction.ON, world, out);
                });
    }

    private static List<String> orUsual(List<String> scripts) {
        return scripts.isEmpty() ? TestScripts.USUAL : scripts;
    }

    private static void commission(Machine machine, World world, Outcome out) {
        OperationHandler.begin(machine, OperationKind.COMMISSION, false, out);
        PowerHandler.ask(machine, PowerAction.ON, world, out);
    }

    static void accept(AcceptMachines command, World world, Outcome out) {
        List<Machine> enlisted = new ArrayList<>();
        for (String hostname : command.hostnames()) {
            Optional<Machine> found =
                    machine(
                            hostname,
                            world,
                            out,
                            LifecycleHandler::notNew,
                            m ->
                                    m.status() == NodeStatus.NEW
                                            ? Barred.unswitchable(m)
                                            : Optional.empty(),
                            _ -> Barred.imageless(world));
            if (found.isEmpty()) {
                return;
            }
            if (found.get().status() == NodeStatus.NEW) {
                enlisted.add(found.get());
            }
        }
        enlisted.forEach(machine -> commission(machine, world, out));
        List<String> names = enlisted.stream().map(Machine::hostname).toList();
        out.answer(Answer.of(String.join("\n", names)));
    }

    private static Optional<Refusal> notNew(Machine machine) {
        return switch (machine.status()) {
            case NEW, READY, COMMISSIONING -> Optional.empty();
            default ->
                    // MAAS 3.5, models/node.py, accept_enlistment
                    Optional.of(
                            Refusal.of(
                                    "409",
                                    "Cannot accept node enlistment: node "
                                            + machine.systemId()
                                            + " is in state "
                                            + machine.status().text()
                                            + "."));
        };
    }

    static void test(TestMachine command, World world, Outcome out) {
        machine(
                        command.hostname(),
                        world,
                        out,
                        m -> Barred.inaction(m, TESTABLE, "Test", world),
                        Barred::unswitchable,
                        _ -> Barred.imageless(world),
                        _ -> TestScripts.refusal(command.scripts()))
                .ifPresent(m -> {
                    List<String> scripts = orUsual(command.scripts());
                    OperationHandler.begin(m, OperationKind.TEST, false, scripts, out);
                    PowerHandler.ask(m, PowerAction.CYCLE, world, out);
                });
    }

    static void override(OverrideFailedTesting command, World world, Outcome out) {
        machine(
                        command.hostname(),
                        world,
                        out,
                        m ->
                                m.status() == NodeStatus.FAILED_TESTING
                                        ? Optional.empty()
                                        : Optional.of(
                                                Refusal.of(
                                                        "409",
                                                        "Unable to override node status. Node is"
                                                                + " not in 'Failed testing'"
                                                                + " status.")))
                .ifPresent(m -> {
                    boolean deployed = m.standing().previous() == NodeStatus.DEPLOYED;
                    NodeStatus next = deployed ? NodeStatus.DEPLOYED : NodeStatus.READY;
                    out.fact(new MachineStatusChanged(m.hostname(), next, next.text()));
                });
    }

    static void abort(AbortOperation command, World world, Outcome out) {
        Optional<Machine> found =
                machine(
                        command.hostname(),
                        world,
                        out,
                        Barred::locked,
                        m ->
                                aborted(m).isEmpty()
                                        ? Optional.of(
                                                // MAAS 3.5, models/node.py, abort_operation
                                                Refusal.of(
                                                        "409",
                                                        "Cannot abort in current state: node "
                                                                + m.systemId()
                                                                + " is in state "
                                                                + m.status().text()
                                                                + "."))
                                        : Optional.empty());
        if (found.isEmpty()) {
            return;
        }
        Machine machine = found.get();
        ReleaseHandler.stopDeploying(machine.hostname(), world, out);
        OperationHandler.end(machine.hostname(), world, out);
        String event =
                switch (machine.status()) {
                    case COMMISSIONING -> "Aborted commissioning";
                    case DEPLOYING -> "Aborted deployment";
                    case TESTING -> "Aborted testing";
                    default -> "Aborted disk erasing";
                };
        NodeStatus next = aborted(machine).orElseThrow();
        out.fact(new MachineStatusChanged(machine.hostname(), next, event));
        PowerHandler.ask(machine, PowerAction.OFF, world, out);
    }

    /** What an operation becomes when it is aborted. */
    private static Optional<NodeStatus> aborted(Machine machine) {
        NodeStatus previous = machine.standing().previous();
        return switch (machine.status()) {
            case COMMISSIONING -> Optional.of(NodeStatus.NEW);
            case DEPLOYING -> Optional.of(NodeStatus.ALLOCATED);
            case DISK_ERASING -> Optional.of(NodeStatus.FAILED_DISK_ERASING);
            case TESTING ->
                    Optional.of(
                            previous == NodeStatus.COMMISSIONING
                                    ? NodeStatus.READY
                                    : machine.status().mayBecome(previous)
                                            ? previous
                                            : NodeStatus.FAILED_TESTING);
            default -> Optional.empty();
        };
    }

    static void markBroken(MarkBroken command, World world, Outcome out) {
        machine(
                        command.hostname(),
                        world,
                        out,
                        Barred::locked,
                        m ->
                                m.status() == NodeStatus.BROKEN
                                        ? Optional.empty()
                                        : move(NodeStatus.BROKEN).of(m))
                .ifPresent(m -> {
                    ReleaseHandler.stopDeploying(m.hostname(), world, out);
                    OperationHandler.end(m.hostname(), world, out);
                    String why = command.comment().isEmpty() ? "Broken" : command.comment();
                    out.fact(new MachineStatusChanged(m.hostname(), NodeStatus.BROKEN, why));
                    if (m.status().isReleasable()) {
                        out.fact(new MachineAcquired(m.hostname(), ""));
                        PowerHandler.ask(m, PowerAction.OFF, world, out);
                    }
                });
    }

    static void markFixed(MarkFixed command, World world, Outcome out) {
        machine(
                        command.hostname(),
                        world,
                        out,
                        m ->
                                m.status() == NodeStatus.BROKEN
                                        ? Optional.empty()
                                        : Optional.of(
                                                Refusal.of(
                                                        "409",
                                                        "Can't mark a non-broken node as"
                                                                + " 'Ready'.")))
                .ifPresent(m -> {
                    boolean deployed = m.standing().previous() == NodeStatus.DEPLOYED;
                    NodeStatus next = deployed ? NodeStatus.DEPLOYED : NodeStatus.READY;
                    out.fact(new MachineStatusChanged(m.hostname(), next, next.text()));
                });
    }

    static void enterRescue(EnterRescueMode command, World world, Outcome out) {
        machine(
                        command.hostname(),
                        world,
                        out,
                        Barred::unswitchable,
                        move(NodeStatus.ENTERING_RESCUE_MODE),
                        _ -> Barred.imageless(world))
                .ifPresent(m -> {
                    OperationHandler.begin(m, OperationKind.ENTER_RESCUE, false, out);
                    PowerHandler.ask(m, PowerAction.CYCLE, world, out);
                });
    }

    static void exitRescue(ExitRescueMode command, World world, Outcome out) {
        Optional<Machine> found =
                machine(command.hostname(), world, out, move(NodeStatus.EXITING_RESCUE_MODE));
        if (found.isEmpty()) {
            return;
        }
        Machine machine = found.get();
        OperationHandler.end(machine.hostname(), world, out);
        OperationHandler.begin(machine, OperationKind.EXIT_RESCUE, false, out);
        switch (machine.standing().previous()) {
            case DEPLOYED -> PowerHandler.ask(machine, PowerAction.CYCLE, world, out);
            case READY, BROKEN -> {
                if (PowerHandler.truth(machine, world).equals("off")) {
                    left(machine, out);
                } else {
                    PowerHandler.ask(machine, PowerAction.OFF, world, out);
                }
            }
            default -> {
                // MAAS 3.5, stop_rescue_mode: it switches nothing, and finds the machine on when
                // it asks next.
                long waitNs = out.draw(PowerHandler.POLL, machine.hostname(), out.now());
                EventId due = out.schedule(waitNs, new OperationStepDue(machine.hostname()));
                out.fact(
                        new OperationStepReached(
                                machine.hostname(), OperationStep.SWITCH, out.now() + waitNs, due));
            }
        }
    }

    private static void left(Machine machine, Outcome out) {
        out.fact(new OperationEnded(machine.hostname()));
        NodeStatus previous = machine.standing().previous();
        out.fact(new MachineStatusChanged(machine.hostname(), previous, "Exited rescue mode"));
    }

    static void lock(LockMachine command, World world, Outcome out) {
        machine(
                        command.hostname(),
                        world,
                        out,
                        m -> unless(!m.locked(), "Machine is already locked").of(m),
                        m ->
                                unless(
                                                m.status() == NodeStatus.DEPLOYED
                                                        || m.status() == NodeStatus.DEPLOYING,
                                                "Can't lock, node is not deployed or deploying")
                                        .of(m))
                .ifPresent(m -> out.fact(new MachineLocked(m.hostname(), true)));
    }

    static void unlock(UnlockMachine command, World world, Outcome out) {
        machine(
                        command.hostname(),
                        world,
                        out,
                        m -> unless(m.locked(), "Machine is not locked").of(m))
                .ifPresent(m -> out.fact(new MachineLocked(m.hostname(), false)));
    }

    static void delete(DeleteMachine command, World world, Outcome out) {
        machine(command.hostname(), world, out)
                .ifPresent(m -> {
                    ReleaseHandler.stopDeploying(m.hostname(), world, out);
                    OperationHandler.end(m.hostname(), world, out);
                    out.cancel(m.power().pollEvent());
                    if (!MaasView.addressOf(world, m.hostname()).isEmpty()) {
                        out.fact(new AddressReleased(m.hostname()));
                    }
                    AddressHandler.releaseFurther(m.hostname(), world, out);
                    out.fact(new MachineDeleted(m.hostname()));
                });
    }
}
