package org.maquete.cli;

import java.util.ArrayList;
import java.util.List;
import org.maquete.finding.TypedLine;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Simulation;
import org.maquete.operator.OperatorView;
import org.maquete.operator.Pace;
import org.maquete.operator.TypeScript;
import org.maquete.preflight.Progress;
import org.maquete.runbook.RunbookReader;
import org.maquete.runbook.SourceText;
import org.maquete.runbook.Statement;
import org.maquete.tool.Recall;

/** Steps a run while somebody watches, and types a question into a finished one. */
final class Runs {

    private Runs() {}

    /**
     * What a typed line put on the terminal.
     *
     * @param ok whether all of it succeeded
     * @param notModelled features of it that no subsystem models
     */
    record Printed(String stdout, String stderr, boolean ok, List<String> notModelled) {
        Printed {
            notModelled = List.copyOf(notModelled);
        }
    }

    static void toEnd(Simulation run, Progress progress) {
        while (!run.isFinished() && run.step()) {
            progress.at("running", run.now(), OperatorView.lineCount(run.world()));
        }
    }

    static void until(Simulation run, long timeNs, Progress progress) {
        while (run.nextTime() <= timeNs && run.step()) {
            progress.at("running", run.now(), OperatorView.lineCount(run.world()));
        }
        run.runUntil(timeNs);
    }

    /**
     * Types a line into a fork of {@code run}, which is left as it is. What the journal answers
     * needs no typing.
     */
    static Printed ask(Simulation run, String line) {
        List<String> words = List.of(line.strip().split("[ \t]+", -1));
        for (Recall each : run.model().contributions(Recall.class)) {
            if (each.knows(words)) {
                Answer told = each.recall(words, run.world(), run.journal().entries(), run.now());
                return new Printed(told.stdout(), told.stderr(), told.ok(), List.of());
            }
        }
        SourceText text = new SourceText("print.sh", line + "\n");
        Simulation asked = run.fork();
        int before = OperatorView.lineCount(asked.world());
        asked.submit(new TypeScript(List.of(text), Pace.HASTY), new Origin.Person("asks"));
        asked.runToEnd();
        List<TypedLine> all = OperatorView.lines(asked.world());
        List<TypedLine> typed = all.subList(before, all.size());
        StringBuilder stdout = new StringBuilder();
        StringBuilder stderr = new StringBuilder();
        List<String> notModelled = new ArrayList<>();
        boolean pipeline = isPipeline(text);
        for (int i = 0; i < typed.size(); i++) {
            TypedLine one = typed.get(i);
            boolean piped = pipeline && i + 1 < typed.size();
            stdout.append(piped ? "" : one.answer().stdout());
            stderr.append(one.answer().stderr());
            if (!one.notModelled().isEmpty()) {
                notModelled.add(one.notModelled());
            }
        }
        boolean ok = notModelled.isEmpty() && typed.stream().allMatch(l -> l.answer().ok());
        return new Printed(stdout.toString(), stderr.toString(), ok, notModelled);
    }

    /** Whether only the last of the typed commands prints to the terminal. */
    private static boolean isPipeline(SourceText text) {
        List<Statement> statements = RunbookReader.read(List.of(text)).statements();
        return statements.size() == 1 && statements.getFirst() instanceof Statement.Pipeline;
    }
}
