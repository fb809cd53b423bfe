package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.maquete.kernel.EventId;
import org.maquete.world.Edits;
import org.maquete.world.World;

/** What facts change about units. */
final class UnitFolds {

    static final StatusInfo INSTALLING =
            new StatusInfo("maintenance", "installing charm software", 0);

    private UnitFolds() {}

    static void added(UnitAdded fact, long timeNs, Edits edits) {
        World world = edits.world();
        String application = fact.model() + " " + fact.application();
        int number = Integer.parseInt(fact.unit().substring(fact.unit().indexOf('/') + 1));
        edits.change(
                JujuTables.APPLICATIONS,
                application,
                a -> a.withNextUnit(Math.max(a.nextUnit(), number + 1)));
        edits.insert(
                JujuTables.UNITS,
                new Unit(
                        world.table(JujuTables.UNITS).nextId(),
                        fact.model(),
                        fact.unit(),
                        fact.application(),
                        "",
                        fact.principal(),
                        new StatusInfo("allocating", "", timeNs),
                        new StatusInfo("waiting", "waiting for machine", timeNs),
                        false,
                        "",
                        List.of(),
                        List.of(),
                        0,
                        List.of(),
                        EventId.NONE,
                        EventId.NONE));
    }

    static void assigned(UnitAssigned fact, long timeNs, Edits edits) {
        change(edits, fact.model(), fact.unit(), u -> u.withMachine(fact.machine()));
    }

    static void agentChanged(UnitAgentChanged fact, long timeNs, Edits edits) {
        StatusInfo status = new StatusInfo(fact.current(), fact.message(), timeNs);
        change(edits, fact.model(), fact.unit(), u -> u.withAgent(status));
    }

    static void workloadSet(WorkloadStatusSet fact, long timeNs, Edits edits) {
        StatusInfo status = new StatusInfo(fact.current(), fact.message(), timeNs);
        change(edits, fact.model(), fact.unit(), u -> u.withWorkload(status, fact.waitsFor()));
    }

    static void addressed(UnitAddressed fact, long timeNs, Edits edits) {
        change(edits, fact.model(), fact.unit(), u -> u.withAddress(fact.address()));
    }

    static void leaderElected(LeaderElected fact, long timeNs, Edits edits) {
        change(edits, fact.model(), fact.unit(), u -> u.withLeader(true));
    }

    static void leaseExpired(LeaseExpired fact, long timeNs, Edits edits) {
        change(edits, fact.model(), fact.unit(), u -> u.withLeader(false));
    }

    static void portsOpened(PortsOpened fact, long timeNs, Edits edits) {
        change(edits, fact.model(), fact.unit(), u -> u.withOpenPorts(fact.ports()));
    }

    static void queued(HooksQueued fact, long timeNs, Edits edits) {
        change(
                edits,
                fact.model(),
                fact.unit(),
                u -> u.withHookQueue(HookOrder.with(u, fact.hooks())));
    }

    static void dropped(HooksDropped fact, long timeNs, Edits edits) {
        change(
                edits,
                fact.model(),
                fact.unit(),
                u -> {
                    List<Hook> left = new ArrayList<>(u.hookQueue());
                    left.removeAll(fact.hooks());
                    return u.withHookQueue(left);
                });
    }

    static void started(HookStarted fact, long timeNs, Edits edits) {
        Unit unit = edits.world().table(JujuTables.UNITS).get(fact.model(), fact.unit());
        String message = HookOrder.message(edits.world(), unit, fact.hook());
        Unit running = unit.inHook(fact.due(), new StatusInfo("executing", message, timeNs));
        String doing = doing(fact.hook().kind());
        edits.set(
                JujuTables.UNITS,
                doing.isEmpty()
                        ? running
                        : running.withWorkload(
                                new StatusInfo("maintenance", doing, timeNs), List.of()));
    }

    /** What the agent says for the charm: juju 3.6 worker/uniter/operation/runhook.go, Execute. */
    private static String doing(Hook.Kind kind) {
        return switch (kind) {
            case INSTALL -> INSTALLING.message();
            case STOP -> "stopping charm software";
            case REMOVE -> "cleaning up prior to charm deletion";
            default -> "";
        };
    }

    static void finished(HookFinished fact, long timeNs, Edits edits) {
        HookErrors.foldPassed(fact.model(), fact.unit(), edits);
        change(edits, fact.model(), fact.unit(), Unit::afterHook);
    }

    static void interrupted(HookInterrupted fact, long timeNs, Edits edits) {
        change(edits, fact.model(), fact.unit(), u -> u.withPendingHook(EventId.NONE));
    }

    static void resumed(UnitResumed fact, long timeNs, Edits edits) {
        change(
                edits,
                fact.model(),
                fact.unit(),
                u -> u.withPendingHook(fact.hook()).withPendingUpdate(fact.update()));
    }

    static void updatePlanned(UpdateStatusPlanned fact, long timeNs, Edits edits) {
        change(edits, fact.model(), fact.unit(), u -> u.withPendingUpdate(fact.due()));
    }

    static void removed(UnitRemoved fact, long timeNs, Edits edits) {
        World world = edits.world();
        for (Task task : world.table(JujuTables.TASKS)) {
            if (task.unit().equals(fact.unit())
                    && task.model().equals(fact.model())
                    && !task.hasEnded()) {
                edits.set(
                        JujuTables.TASKS,
                        task.withStatus("failed", "unit removed", List.of(), EventId.NONE));
            }
        }
        AbsenceFolds.forgetUnit(edits, fact.model(), fact.unit());
        RelationFolds.forgetUnit(edits, fact.model(), fact.unit());
        HookErrors.foldForgotten(fact.model(), fact.unit(), edits);
        edits.remove(
                JujuTables.UNITS,
                world.table(JujuTables.UNITS).idOf(fact.model() + " " + fact.unit()));
    }

    /** Takes the hooks of a relation that is gone out of all queues, but those that run. */
    static void forget(Edits edits, String model, int relation) {
        for (Unit unit :
                edits.world().table(JujuTables.UNITS).where(u -> u.model().equals(model))) {
            List<Hook> left = new ArrayList<>();
            for (int i = 0; i < unit.hookQueue().size(); i++) {
                Hook hook = unit.hookQueue().get(i);
                if (hook.relation() != relation || (i == 0 && unit.isInHook())) {
                    left.add(hook);
                }
            }
            if (left.size() < unit.hookQueue().size()) {
                edits.set(JujuTables.UNITS, unit.withHookQueue(left));
            }
        }
    }

    private static void change(Edits edits, String model, String unit, UnaryOperator<Unit> how) {
        edits.change(JujuTables.UNITS, model, unit, how);
    }
}
