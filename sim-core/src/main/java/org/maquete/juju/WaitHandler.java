package org.maquete.juju;

import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/**
 * Decides about {@code juju wait-for}. The client watches the model; here each status that changes
 * is looked at once, and nothing ticks.
 */
final class WaitHandler {

    private WaitHandler() {}

    static void waitFor(WaitFor command, World world, Outcome out) {
        if (JujuView.model(world, command.model()).isEmpty()) {
            out.refuse(JujuRefusal.model(command.model()));
            return;
        }
        if (!List.of("application", "machine", "unit", "model").contains(command.kind())) {
            out.refuse(JujuRefusal.invalid("wait-for " + command.kind() + " is not modelled"));
            return;
        }
        if (isSatisfied(command.model(), command.kind(), command.name(), world)) {
            return;
        }
        long ticket = out.answerLater();
        EventId timeout =
                out.schedule(
                        command.timeoutNs(),
                        new WaitTimeoutDue(ticket, command.kind(), command.name()));
        out.fact(new WaitStarted(ticket, command.model(), command.kind(), command.name(), timeout));
    }

    static void look(Fact fact, World world, Outcome out) {
        for (Wait wait : world.table(JujuTables.WAITS)) {
            if (isSatisfied(wait.model(), wait.kind(), wait.name(), world)) {
                out.cancel(wait.timeout());
                out.answer(wait.ticket(), Answer.SILENT);
                out.fact(new WaitEnded(wait.ticket(), wait.kind(), wait.name()));
            }
        }
    }

    static void timedOut(WaitTimeoutDue event, World world, Outcome out) {
        Optional<Wait> wait = world.table(JujuTables.WAITS).find(Long.toString(event.ticket()));
        if (wait.isPresent()) {
            // GUESS, text: juju 3.6 cmd/juju/waitfor/strategy.go from memory
            String text =
                    "ERROR timed out waiting for "
                            + JujuRefusal.quote(event.name())
                            + " to reach goal state";
            out.answer(event.ticket(), Answer.failed(1, text));
            out.fact(new WaitEnded(event.ticket(), event.kind(), event.name()));
        }
    }

    private static boolean isSatisfied(String model, String kind, String name, World world) {
        return switch (kind) {
            case "application" ->
                    JujuView.application(world, model, name)
                            .filter(application -> isActive(application, world))
                            .isPresent();
            case "unit" -> JujuView.unit(world, model, name).filter(JujuView::isActive).isPresent();
            case "machine" ->
                    JujuView.machine(world, model, name)
                            .filter(machine -> machine.agent().current().equals("started"))
                            .isPresent();
            default ->
                    JujuView.models(world, model.substring(0, model.indexOf(':'))).stream()
                            .anyMatch(m -> m.name().equals(name));
        };
    }

    private static boolean isActive(Application application, World world) {
        List<Unit> units = JujuView.units(world, application.model(), application.name());
        return !units.isEmpty()
                && units.stream().allMatch(JujuView::isActive)
                && JujuView.applicationStatus(world, application).current().equals("active");
    }
}
