package org.maquete.juju;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.kernel.Answer;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.world.Ints;
import org.maquete.world.World;

/** Decides about {@code juju run}: an operation of one task for each unit, and its answer. */
final class ActionHandler {

    private final CharmCatalog catalog;

    ActionHandler(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    void run(RunAction command, World world, Outcome out) {
        List<Unit> units = new ArrayList<>();
        for (String target : command.targets()) {
            Optional<Refusal> refusal = resolve(target, command, world, units);
            if (refusal.isPresent()) {
                out.refuse(refusal.get());
                return;
            }
        }
        int operation = world.table(JujuTables.MODELS).get(command.model()).nextTask();
        int[] numbers = new int[units.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = operation + 1 + i;
        }
        if (command.waitNs() > 0) {
            EventId timeout =
                    out.schedule(
                            command.waitNs(), new OperationTimeoutDue(command.model(), operation));
            out.fact(
                    new OperationStarted(
                            command.model(),
                            operation,
                            Ints.of(numbers),
                            out.answerLater(),
                            timeout));
        } else {
            out.answer(Answer.told(ActionText.started(operation, units, numbers)));
        }
        for (int i = 0; i < numbers.length; i++) {
            out.fact(
                    new TaskAdded(
                            command.model(),
                            numbers[i],
                            units.get(i).name(),
                            command.action(),
                            command.parameters()));
        }
    }

    /** Adds the unit that a target names, or tells why there is none. */
    private Optional<Refusal> resolve(
            String target, RunAction command, World world, List<Unit> into) {
        int slash = target.indexOf('/');
        if (slash <= 0) {
            return Optional.of(
                    JujuRefusal.invalid(
                            "invalid unit or action name " + JujuRefusal.quote(target)));
        }
        String application = target.substring(0, slash);
        boolean wantsLeader = target.substring(slash + 1).equals("leader");
        Optional<Unit> unit =
                wantsLeader
                        ? JujuView.leader(world, command.model(), application)
                        : JujuView.unit(world, command.model(), target);
        if (unit.isEmpty()) {
            boolean isThere = JujuView.application(world, command.model(), application).isPresent();
            String kind = wantsLeader && isThere ? "leader" : wantsLeader ? "application" : "unit";
            String message =
                    wantsLeader
                            ? "could not determine leader for " + JujuRefusal.quote(application)
                            : "unit " + JujuRefusal.quote(target) + " not found";
            return Optional.of(
                    Refusal.missing(
                            JujuRefusal.NOT_FOUND,
                            message,
                            kind,
                            kind.equals("unit") ? target : application));
        }
        return action(unit.get(), command, world)
                .or(() -> {
                    into.add(unit.get());
                    return Optional.empty();
                });
    }

    private Optional<Refusal> action(Unit unit, RunAction command, World world) {
        Application application =
                world.table(JujuTables.APPLICATIONS).get(unit.model(), unit.application());
        CharmMetadata charm = catalog.find(application.charm()).orElseThrow();
        if (charm.action(command.action()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                Refusal.missing(
                        JujuRefusal.NOT_FOUND,
                        "action "
                                + JujuRefusal.quote(command.action())
                                + " not defined on unit "
                                + JujuRefusal.quote(unit.name()),
                        "action",
                        command.action()));
    }

    static Map<String, String> map(List<Setting> parameters) {
        Map<String, String> map = new LinkedHashMap<>();
        parameters.forEach(p -> map.put(p.option(), p.value()));
        return map;
    }

    /** The client has its answer when the last task of its operation has ended. */
    static void finished(TaskFinished fact, World world, Outcome out) {
        for (Operation operation : world.table(JujuTables.OPERATIONS)) {
            if (operation.model().equals(fact.model()) && operation.has(fact.number())) {
                List<Task> tasks = tasks(operation, world);
                if (tasks.stream().allMatch(Task::hasEnded)) {
                    out.cancel(operation.timeout());
                    out.answer(operation.ticket(), ActionText.ended(operation, tasks));
                    out.fact(new OperationEnded(operation.model(), operation.number()));
                }
            }
        }
    }

    static void timedOut(OperationTimeoutDue event, World world, Outcome out) {
        world.table(JujuTables.OPERATIONS)
                .find(event.model() + " " + event.number())
                .ifPresent(operation -> {
                    out.answer(
                            operation.ticket(),
                            ActionText.timedOut(operation, tasks(operation, world)));
                    out.fact(new OperationEnded(event.model(), event.number()));
                });
    }

    private static List<Task> tasks(Operation operation, World world) {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < operation.tasks().count(); i++) {
            tasks.add(
                    world.table(JujuTables.TASKS)
                            .get(operation.model() + " " + operation.tasks().get(i)));
        }
        return tasks;
    }
}
