package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.world.Edits;
import org.maquete.world.Table;
import org.maquete.world.World;

/**
 * Failed hooks: the unit stops, status says which hook it was, and the agent tries again after 5 s,
 * then after twice as long each time, up to 5 min, until the hook passes or {@code juju resolved}
 * skips it.
 */
final class HookErrors {

    private HookErrors() {}

    /** Whether the unit has stopped at a failed hook. */
    static boolean isStopped(Unit unit, World world) {
        return unit.workload().current().equals("error")
                && world.table(JujuTables.HOOK_ERRORS)
                        .find(unit.key())
                        .filter(HookError::stopped)
                        .isPresent();
    }

    static void failed(Unit unit, Hook hook, World world, Outcome out) {
        int tries =
                world.table(JujuTables.HOOK_ERRORS)
                        .find(unit.key())
                        .map(HookError::tries)
                        .orElse(0);
        long firstNs = out.draw(JujuSpans.RETRY, unit.key(), unit.hookRuns());
        EventId retry =
                out.schedule(
                        JujuSpans.retryNs(firstNs, tries),
                        new HookRetryDue(unit.model(), unit.name()));
        out.fact(
                new HookFailed(unit.model(), unit.name(), hook, message(unit, hook, world), retry));
    }

    /** {@code hook failed: "db-relation-changed" for web:db}: worker/uniter, reportHookError. */
    private static String message(Unit unit, Hook hook, World world) {
        String text = "hook failed: " + JujuRefusal.quote(HookOrder.name(world, unit, hook));
        if (hook.relation() < 0) {
            return text;
        }
        return world.table(JujuTables.RELATIONS)
                .find(unit.model() + " " + hook.relation())
                .map(r -> {
                    String other = r.other(unit.application());
                    return text + " for " + other + ":" + r.endpointOf(other);
                })
                .orElse(text);
    }

    static void due(HookRetryDue event, World world, Outcome out) {
        Optional<Unit> unit =
                JujuView.unit(world, event.model(), event.unit()).filter(u -> isStopped(u, world));
        if (unit.isEmpty()) {
            return;
        }
        if (Truth.isAbsent(world, unit.get())) {
            resume(world.table(JujuTables.HOOK_ERRORS).get(unit.get().key()), out);
        } else {
            out.fact(new HookRetried(event.model(), event.unit()));
        }
    }

    static void resolved(Resolved command, World world, Outcome out) {
        List<Unit> units = new ArrayList<>();
        for (String name : command.units()) {
            Optional<Unit> unit = JujuView.unit(world, command.model(), name);
            if (unit.isEmpty()) {
                out.refuse(JujuRefusal.unit(name));
                return;
            }
            if (!isStopped(unit.get(), world)) {
                // GUESS, text: juju 3.6 state/unit.go from memory
                String text = "unit " + JujuRefusal.quote(name) + " is not in an error state";
                out.refuse(Refusal.of(JujuRefusal.NOT_VALID, text));
                return;
            }
            units.add(unit.get());
        }
        if (command.units().isEmpty()) {
            for (Unit unit : JujuView.units(world, command.model())) {
                if (isStopped(unit, world)) {
                    units.add(unit);
                }
            }
        }
        for (Unit unit : units) {
            out.cancel(world.table(JujuTables.HOOK_ERRORS).get(unit.key()).retry());
            if (command.noRetry()) {
                Hook hook = unit.hookQueue().getFirst();
                out.fact(new HookFinished(unit.model(), unit.name(), hook));
            } else {
                out.fact(new HookRetried(unit.model(), unit.name()));
            }
        }
    }

    /** The unit goes; nobody tries its hook again. */
    static void forget(Unit unit, World world, Outcome out) {
        world.table(JujuTables.HOOK_ERRORS)
                .find(unit.key())
                .filter(HookError::stopped)
                .ifPresent(error -> out.cancel(error.retry()));
    }

    /** Plans the next try anew: an observed state has none, and an agent that is away waits. */
    static void resume(HookError error, Outcome out) {
        if (error.stopped()) {
            long firstNs = out.draw(JujuSpans.RETRY, error.key(), 0);
            EventId due =
                    out.schedule(
                            JujuSpans.retryNs(firstNs, error.tries() - 1),
                            new HookRetryDue(error.model(), error.unit()));
            out.fact(new HookRetryResumed(error.model(), error.unit(), due));
        }
    }

    static void foldFailed(HookFailed fact, long timeNs, Edits edits) {
        Table<HookError> errors = edits.world().table(JujuTables.HOOK_ERRORS);
        String key = fact.model() + " " + fact.unit();
        Unit unit = edits.world().table(JujuTables.UNITS).get(key);
        int old = errors.idOf(key);
        HookError row =
                new HookError(
                        old < 0 ? errors.nextId() : old,
                        fact.model(),
                        fact.unit(),
                        old < 0 ? 1 : errors.get(key).tries() + 1,
                        true,
                        fact.retry(),
                        unit.workload());
        if (old < 0) {
            edits.insert(JujuTables.HOOK_ERRORS, row);
        } else {
            edits.set(JujuTables.HOOK_ERRORS, row);
        }
        StatusInfo error = new StatusInfo("error", fact.message(), timeNs);
        edits.change(
                JujuTables.UNITS,
                key,
                u ->
                        u.withPendingHook(EventId.NONE)
                                .withWorkload(error, List.of())
                                .withAgent(new StatusInfo("idle", "", timeNs)));
    }

    static void foldRetried(HookRetried fact, long timeNs, Edits edits) {
        String key = fact.model() + " " + fact.unit();
        HookError error = edits.world().table(JujuTables.HOOK_ERRORS).get(key);
        edits.set(
                JujuTables.HOOK_ERRORS,
                new HookError(
                        error.id(),
                        error.model(),
                        error.unit(),
                        error.tries(),
                        false,
                        EventId.NONE,
                        error.before()));
        edits.change(JujuTables.UNITS, key, u -> u.withWorkload(error.before(), u.waitsFor()));
    }

    static void foldResumed(HookRetryResumed fact, long timeNs, Edits edits) {
        edits.change(
                JujuTables.HOOK_ERRORS,
                fact.model() + " " + fact.unit(),
                e ->
                        new HookError(
                                e.id(),
                                e.model(),
                                e.unit(),
                                e.tries(),
                                e.stopped(),
                                fact.retry(),
                                e.before()));
    }

    /** The hook has passed or was skipped. */
    static void foldPassed(String model, String unit, Edits edits) {
        String key = model + " " + unit;
        Table<HookError> errors = edits.world().table(JujuTables.HOOK_ERRORS);
        if (errors.count() == 0 || !errors.has(key)) {
            return;
        }
        HookError error = errors.get(key);
        if (error.stopped()) {
            edits.change(JujuTables.UNITS, key, u -> u.withWorkload(error.before(), u.waitsFor()));
        }
        edits.remove(JujuTables.HOOK_ERRORS, error.id());
    }

    /** The unit is gone. */
    static void foldForgotten(String model, String unit, Edits edits) {
        int id = edits.world().table(JujuTables.HOOK_ERRORS).idOf(model + " " + unit);
        if (id >= 0) {
            edits.remove(JujuTables.HOOK_ERRORS, id);
        }
    }
}
