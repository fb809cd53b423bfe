package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/**
 * Runs hooks and actions: one at a time on each machine or container, because the agents there
 * share one lock.
 *
 * <p>Whoever has waited longest gets the lock, that is, the unit whose agent status is oldest. A
 * hook takes its time first; at its end the charm is called and all that it did is committed at
 * once, as Juju does when the hook process has exited well.
 */
final class HookHandler {

    // <100,000 hooks of one unit>: GUESS, a year of changes; more is a loop between charms
    private static final int HOOK_LIMIT = 100_000;

    private final Charms charms;

    HookHandler(Charms charms) {
        this.charms = charms;
    }

    static void queued(HooksQueued fact, World world, Outcome out) {
        next(fact.model(), fact.unit(), world, out);
    }

    static void finished(HookFinished fact, World world, Outcome out) {
        next(fact.model(), fact.unit(), world, out);
    }

    static void taskAdded(TaskAdded fact, World world, Outcome out) {
        next(fact.model(), fact.unit(), world, out);
    }

    static void taskFinished(TaskFinished fact, World world, Outcome out) {
        next(fact.model(), fact.unit(), world, out);
    }

    static void machineUp(MachineAgentChanged fact, World world, Outcome out) {
        JujuView.machine(world, fact.model(), fact.machine()).ifPresent(m -> next(m, world, out));
    }

    /** Gives the lock of the unit's machine to the next who wants it. */
    private static void next(String model, String unit, World world, Outcome out) {
        Optional<Unit> found = JujuView.unit(world, model, unit);
        if (found.isPresent()) {
            Optional<Machine> machine = JujuView.machine(world, model, found.get().machine());
            if (machine.isPresent()) {
                next(machine.get(), world, out);
            }
        }
    }

    static void next(Machine machine, World world, Outcome out) {
        List<Unit> here = JujuView.inAnyOrderOn(world, machine);
        Optional<Unit> first = isLocked(here) ? Optional.empty() : longestWaiting(here, world);
        List<Unit> done = done(here, world);
        if (first.isEmpty() && done.isEmpty() || !canRun(machine, world)) {
            return;
        }
        if (first.isPresent()) {
            start(first.get(), world, out);
        }
        for (Unit unit : JujuView.sorted(done)) {
            out.fact(new UnitAgentChanged(unit.model(), unit.name(), "idle", ""));
        }
    }

    private static boolean canRun(Machine machine, World world) {
        return machine.agent().current().equals("started")
                && !Truth.isDown(world, machine.hostname())
                && !Truth.isAbsent(world, machine);
    }

    private static boolean isLocked(List<Unit> here) {
        for (Unit unit : here) {
            if (unit.isInHook()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Unit> longestWaiting(List<Unit> here, World world) {
        Optional<Unit> first = Optional.empty();
        for (Unit unit : here) {
            if (isUp(unit, world)
                    && hasWork(unit, world)
                    && (first.isEmpty() || waitsLonger(unit, first.get()))) {
                first = Optional.of(unit);
            }
        }
        return first;
    }

    /** The units that say they are executing, and have nothing more to run. */
    private static List<Unit> done(List<Unit> here, World world) {
        List<Unit> done = new ArrayList<>(0);
        for (Unit unit : here) {
            if (unit.agent().current().equals("executing")
                    && !unit.isInHook()
                    && !hasWork(unit, world)) {
                done.add(unit);
            }
        }
        return done;
    }

    private static boolean waitsLonger(Unit unit, Unit other) {
        int order = Long.compare(unit.agent().sinceNs(), other.agent().sinceNs());
        return order < 0 || order == 0 && unit.id() < other.id();
    }

    private static boolean isUp(Unit unit, World world) {
        String agent = unit.agent().current();
        return !agent.equals("lost")
                && !agent.equals("error")
                && !HookErrors.isStopped(unit, world);
    }

    private static boolean hasWork(Unit unit, World world) {
        return hasHook(unit, world) || pendingTask(unit, world).isPresent();
    }

    /** A principal that has stopped waits until its subordinates are gone. */
    static boolean hasHook(Unit unit, World world) {
        if (unit.hookQueue().isEmpty()) {
            return false;
        }
        return unit.hookQueue().getFirst().kind() != Hook.Kind.REMOVE
                || JujuView.subordinatesOf(world, unit).isEmpty();
    }

    /** The lock of the unit is free, and its principal need not wait for it any more. */
    static void removed(UnitRemoved fact, World world, Outcome out) {
        for (Unit unit : world.table(JujuTables.UNITS)) {
            if (unit.model().equals(fact.model())
                    && !unit.isInHook()
                    && !unit.hookQueue().isEmpty()) {
                next(unit.model(), unit.name(), world, out);
            }
        }
    }

    static void retried(HookRetried fact, World world, Outcome out) {
        next(fact.model(), fact.unit(), world, out);
    }

    static void failed(HookFailed fact, World world, Outcome out) {
        next(fact.model(), fact.unit(), world, out);
    }

    static void dropped(HooksDropped fact, World world, Outcome out) {
        next(fact.model(), fact.unit(), world, out);
    }

    private static Optional<Task> pendingTask(Unit unit, World world) {
        if (!unit.isInstalled()) {
            return Optional.empty();
        }
        for (Task task : world.group(JujuTables.TASKS_BY_UNIT, unit.name())) {
            if (task.status().equals("pending") && task.model().equals(unit.model())) {
                return Optional.of(task);
            }
        }
        return Optional.empty();
    }

    private static void start(Unit unit, World world, Outcome out) {
        if (unit.hookRuns() >= HOOK_LIMIT) {
            throw new IllegalStateException(
                    "expected less than "
                            + HOOK_LIMIT
                            + " hooks of "
                            + unit.name()
                            + ", the next: "
                            + unit.hookQueue()
                            + "\nMaybe two charms answer each other without end.");
        }
        String key = world.table(JujuTables.UNITS).keyOf(unit.id());
        Optional<Task> task = pendingTask(unit, world);
        boolean hookFirst =
                !unit.hookQueue().isEmpty()
                        && !HookOrder.isAfterActions(unit.hookQueue().getFirst());
        if (task.isPresent() && !hookFirst) {
            int number = task.get().number();
            long takesNs = out.draw(JujuSpans.ACTION, key, number);
            EventId due = out.schedule(takesNs, new TaskDue(unit.model(), number, unit.name()));
            out.fact(new TaskStarted(unit.model(), number, unit.name(), due));
            return;
        }
        Hook hook = unit.hookQueue().getFirst();
        long takesNs = out.draw(JujuSpans.of(hook), key, unit.hookRuns());
        EventId due = out.schedule(takesNs, new HookDue(unit.model(), unit.name()));
        out.fact(new HookStarted(unit.model(), unit.name(), hook, due));
    }

    void due(HookDue event, World world, Outcome out) {
        Optional<Unit> found = JujuView.unit(world, event.model(), event.unit());
        if (found.isEmpty() || !found.get().isInHook()) {
            return;
        }
        Unit unit = found.get();
        Hook hook = unit.hookQueue().getFirst();
        RunningHook context = new RunningHook(unit, world, out);
        HookOutcome done = new HookOutcome();
        if (hook.kind() != Hook.Kind.REMOVE) {
            charms.of(context.application().charm()).run(hook, context, done);
        }
        if (done.hookFails()) {
            HookErrors.failed(unit, hook, world, out);
            return;
        }
        if (hook.kind() == Hook.Kind.STOP) {
            done.keepStatus();
        }
        new Commit(unit, context.application(), world, out).of(done);
        boolean saidNothing =
                hook.kind() == Hook.Kind.START
                        && done.status().isEmpty()
                        && unit.workload().message().equals(UnitFolds.INSTALLING.message());
        if (saidNothing) {
            out.fact(new WorkloadStatusSet(unit.model(), unit.name(), "unknown", "", List.of()));
        }
        out.fact(new HookFinished(unit.model(), unit.name(), hook));
    }

    void taskDue(TaskDue event, World world, Outcome out) {
        Optional<Task> found =
                world.table(JujuTables.TASKS)
                        .find(event.model() + " " + event.task())
                        .filter(task -> task.status().equals("running"));
        Optional<Unit> running =
                JujuView.unit(world, event.model(), event.unit()).filter(Unit::isInHook);
        if (found.isEmpty() || running.isEmpty()) {
            return;
        }
        Task task = found.get();
        Unit unit = running.get();
        RunningHook context = new RunningHook(unit, world, out);
        HookOutcome done = new HookOutcome();
        charms.of(context.application().charm())
                .action(task.action(), ActionHandler.map(task.parameters()), context, done);
        new Commit(unit, context.application(), world, out).of(done);
        List<Setting> results = new ArrayList<>();
        done.results().forEach((name, value) -> results.add(new Setting(name, value)));
        out.fact(
                new TaskFinished(
                        task.model(),
                        task.number(),
                        unit.name(),
                        done.failure().isEmpty() ? "completed" : "failed",
                        done.failure(),
                        results));
    }

    static void stale(StatusStale command, World world, Outcome out) {
        JujuView.unit(world, command.model(), command.unit())
                .ifPresent(unit -> planUpdate(unit, out));
    }

    /**
     * The next update-status hook of a unit will change something: it comes at the unit's phase.
     */
    static void planUpdate(Unit unit, Outcome out) {
        if (unit.isInstalled() && unit.pendingUpdate().equals(EventId.NONE)) {
            long delayNs = out.draw(JujuSpans.PHASE, unit.key(), out.now());
            EventId due = out.schedule(delayNs, new UpdateStatusDue(unit.model(), unit.name()));
            out.fact(new UpdateStatusPlanned(unit.model(), unit.name(), due));
        }
    }

    static void updateDue(UpdateStatusDue event, World world, Outcome out) {
        Optional<Unit> found = JujuView.unit(world, event.model(), event.unit());
        if (found.isEmpty() || found.get().pendingUpdate().equals(EventId.NONE)) {
            return;
        }
        out.fact(new UpdateStatusPlanned(event.model(), event.unit(), EventId.NONE));
        Hook hook = Hook.of(Hook.Kind.UPDATE_STATUS);
        if (!HookOrder.has(found.get(), hook)) {
            out.fact(new HooksQueued(event.model(), event.unit(), List.of(hook)));
        }
    }
}
