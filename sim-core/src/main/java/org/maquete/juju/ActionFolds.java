package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.EventId;
import org.maquete.world.Edits;
import org.maquete.world.World;

/** What facts change about actions and about clients that wait. */
final class ActionFolds {

    private ActionFolds() {}

    static void operationStarted(OperationStarted fact, long timeNs, Edits edits) {
        sequence(edits, fact.model(), fact.number());
        edits.insert(
                JujuTables.OPERATIONS,
                new Operation(
                        edits.world().table(JujuTables.OPERATIONS).nextId(),
                        fact.model(),
                        fact.number(),
                        fact.tasks(),
                        fact.ticket(),
                        fact.timeout()));
    }

    static void operationEnded(OperationEnded fact, long timeNs, Edits edits) {
        String key = fact.model() + " " + fact.number();
        edits.remove(JujuTables.OPERATIONS, edits.world().table(JujuTables.OPERATIONS).idOf(key));
    }

    static void operationResumed(OperationResumed fact, long timeNs, Edits edits) {
        edits.change(
                JujuTables.OPERATIONS,
                fact.model() + " " + fact.number(),
                o ->
                        new Operation(
                                o.id(),
                                o.model(),
                                o.number(),
                                o.tasks(),
                                o.ticket(),
                                fact.timeout()));
    }

    static void waitResumed(WaitResumed fact, long timeNs, Edits edits) {
        edits.change(
                JujuTables.WAITS,
                Long.toString(fact.ticket()),
                w -> new Wait(w.id(), w.ticket(), w.model(), w.kind(), w.name(), fact.timeout()));
    }

    static void taskAdded(TaskAdded fact, long timeNs, Edits edits) {
        sequence(edits, fact.model(), fact.number());
        edits.insert(
                JujuTables.TASKS,
                new Task(
                        edits.world().table(JujuTables.TASKS).nextId(),
                        fact.model(),
                        fact.number(),
                        fact.unit(),
                        fact.action(),
                        fact.parameters(),
                        "pending",
                        "",
                        List.of(),
                        EventId.NONE));
    }

    /** Operations and tasks of a model share one sequence. */
    private static void sequence(Edits edits, String model, int number) {
        edits.change(
                JujuTables.MODELS, model, m -> m.withNextTask(Math.max(m.nextTask(), number + 1)));
    }

    static void taskStarted(TaskStarted fact, long timeNs, Edits edits) {
        String key = fact.model() + " " + fact.number();
        String action = edits.world().table(JujuTables.TASKS).get(key).action();
        StatusInfo agent = new StatusInfo("executing", "running action " + action, timeNs);
        edits.change(
                JujuTables.TASKS, key, t -> t.withStatus("running", "", List.of(), fact.due()));
        edits.change(
                JujuTables.UNITS,
                fact.model() + " " + fact.unit(),
                u -> u.withPendingHook(fact.due()).withAgent(agent));
    }

    static void taskFinished(TaskFinished fact, long timeNs, Edits edits) {
        World world = edits.world();
        edits.change(
                JujuTables.TASKS,
                fact.model() + " " + fact.number(),
                t -> t.withStatus(fact.status(), fact.message(), fact.results(), EventId.NONE));
        String unit = fact.model() + " " + fact.unit();
        if (world.table(JujuTables.UNITS).has(unit)) {
            edits.change(JujuTables.UNITS, unit, u -> u.withPendingHook(EventId.NONE));
        }
    }

    static void waitStarted(WaitStarted fact, long timeNs, Edits edits) {
        edits.insert(
                JujuTables.WAITS,
                new Wait(
                        edits.world().table(JujuTables.WAITS).nextId(),
                        fact.ticket(),
                        fact.model(),
                        fact.kind(),
                        fact.name(),
                        fact.timeout()));
    }

    static void waitEnded(WaitEnded fact, long timeNs, Edits edits) {
        String key = Long.toString(fact.ticket());
        edits.remove(JujuTables.WAITS, edits.world().table(JujuTables.WAITS).idOf(key));
    }
}
