package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.maquete.kernel.Answer;

/** What {@code juju run} prints: juju 3.6 cmd/juju/action/common.go. */
final class ActionText {

    private ActionText() {}

    /** The lines on standard error at the start. */
    static String started(int operation, List<Unit> units, int[] numbers) {
        StringBuilder text = new StringBuilder(head(operation, numbers.length));
        for (int i = 0; i < numbers.length; i++) {
            text.append(line(numbers[i], units.get(i).name()));
        }
        return text.append('\n').toString();
    }

    private static String head(int operation, int tasks) {
        return "Running operation "
                + operation
                + " with "
                + tasks
                + (tasks == 1 ? " task\n" : " tasks\n");
    }

    private static String line(int task, String unit) {
        return "  - task " + task + " on unit-" + unit.replace('/', '-') + "\n";
    }

    private static String started(Operation operation, List<Task> tasks) {
        return head(operation.number(), tasks.size())
                + tasks.stream()
                        .map(task -> line(task.number(), task.unit()))
                        .collect(Collectors.joining())
                + "\n";
    }

    /** The whole answer of an operation whose tasks have ended. */
    static Answer ended(Operation operation, List<Task> tasks) {
        StringBuilder err = new StringBuilder(started(operation, tasks));
        StringBuilder out = new StringBuilder();
        for (Task task : tasks) {
            err.append("Waiting for task ").append(task.number()).append("...\n");
            if (tasks.size() == 1) {
                out.append(results(task, 0));
            } else {
                out.append(task.unit()).append(":\n").append(details(task));
            }
        }
        String failures = failures(tasks);
        return new Answer(out.toString(), err + failures, failures.isEmpty() ? 0 : 1);
    }

    private static String details(Task task) {
        String results = task.results().isEmpty() ? "" : "  results:\n" + results(task, 4);
        String message =
                task.message().isEmpty()
                        ? ""
                        : "  message: " + YamlText.scalar(task.message()) + "\n";
        return "  id: \""
                + task.number()
                + "\"\n"
                + message
                + results
                + "  status: "
                + task.status()
                + "\n";
    }

    private static String results(Task task, int indent) {
        return Settings.sorted(task.results()).stream()
                .map(r -> " ".repeat(indent) + YamlText.entry(r.option(), r.value(), indent))
                .collect(Collectors.joining());
    }

    // GUESS, text: juju 3.6 cmd/juju/action/common.go from memory
    private static String failures(List<Task> tasks) {
        List<String> failed = new ArrayList<>();
        for (Task task : tasks) {
            if (task.status().equals("failed")) {
                failed.add(
                        " - id \""
                                + task.number()
                                + "\" with message \""
                                + task.message()
                                + "\"\n");
            }
        }
        if (failed.isEmpty()) {
            return "";
        }
        return "ERROR the following task"
                + (failed.size() == 1 ? "" : "s")
                + " failed:\n"
                + String.join("", failed)
                + "\nuse 'juju show-task' to inspect the failure"
                + (failed.size() == 1 ? "" : "s")
                + "\n";
    }

    // GUESS, text: juju 3.6 cmd/juju/action/common.go from memory
    static Answer timedOut(Operation operation, List<Task> tasks) {
        String waiting =
                tasks.stream()
                        .filter(task -> !task.hasEnded())
                        .map(Task::unit)
                        .collect(Collectors.joining(", "));
        return Answer.failed(
                1,
                started(operation, tasks)
                        + tasks.stream()
                                .map(task -> "Waiting for task " + task.number() + "...\n")
                                .collect(Collectors.joining())
                        + "ERROR timed out waiting for results from: unit "
                        + waiting);
    }
}
