package org.maquete.cli;

import java.util.List;
import org.maquete.finding.TypedLine;
import org.maquete.kernel.Simulation;
import org.maquete.operator.OperatorView;

/**
 * What a run could not do, on standard error: each refused line with its place and the words of the
 * program, and what the model does not have. Standard output belongs to the tools.
 */
final class RefusedLines {

    /** More refused lines are counted, not shown. */
    static final int LIMIT = 20; // <lines>: a screen or two

    private RefusedLines() {}

    /** Prints them; whether a line was refused. */
    static boolean tell(Simulation run, Screen screen) {
        return tell(OperatorView.lines(run.world()), screen);
    }

    /** Prints the refused lines alone. */
    static void tellRefused(Simulation run, Screen screen) {
        refused(OperatorView.lines(run.world()), screen);
    }

    /** Prints those that were typed in a branch of {@code run} since it left. */
    static void tellSince(Simulation run, Simulation branch, Screen screen) {
        List<TypedLine> lines = OperatorView.lines(branch.world());
        tell(lines.subList(OperatorView.lines(run.world()).size(), lines.size()), screen);
    }

    private static boolean tell(List<TypedLine> lines, Screen screen) {
        for (TypedLine line : lines) {
            if (!line.notModelled().isEmpty()) {
                screen.say(line.place() + ": not modelled: " + line.notModelled());
            }
        }
        return refused(lines, screen);
    }

    private static boolean refused(List<TypedLine> lines, Screen screen) {
        int refused = 0;
        for (TypedLine line : lines) {
            if (line.notModelled().isEmpty() && line.failed()) {
                refused++;
                if (refused <= LIMIT) {
                    tell(line, screen);
                }
            }
        }
        if (refused > LIMIT) {
            screen.say((refused - LIMIT) + " more lines were refused; ./maquete check names all");
        }
        return refused > 0;
    }

    private static void tell(TypedLine line, Screen screen) {
        screen.say(line.place() + ": refused: " + line.source().lines().findFirst().orElse(""));
        String said = line.answer().stderr();
        String answer = said.isEmpty() ? line.answer().stdout() : said;
        answer.lines().forEach(text -> screen.say("    " + text));
    }
}
