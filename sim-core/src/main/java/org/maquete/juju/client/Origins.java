package org.maquete.juju.client;

import java.util.Optional;
import java.util.function.Predicate;
import org.maquete.finding.Run;
import org.maquete.finding.TypedLine;
import org.maquete.juju.AddMachine;
import org.maquete.juju.AddUnit;
import org.maquete.juju.Bootstrap;
import org.maquete.juju.DeployApplication;
import org.maquete.kernel.Command;
import org.maquete.kernel.Fact;
import org.maquete.kernel.JournalEntry;

/** Finds the line of a script that led to a fact: up the causes to the command that was typed. */
final class Origins {

    private Origins() {}

    /** The line that led to the first fact of this kind. */
    static Optional<TypedLine> lineOf(Run run, Predicate<Fact> fact) {
        for (JournalEntry entry : run.journal().entries()) {
            if (entry.what() instanceof JournalEntry.Happened(Fact happened)
                    && fact.test(happened)) {
                return typed(run, entry).flatMap(command -> lineAt(run, command.timeNs()));
            }
        }
        return Optional.empty();
    }

    private static Optional<JournalEntry> typed(Run run, JournalEntry fact) {
        Optional<JournalEntry> at = Optional.of(fact);
        while (at.isPresent()) {
            if (at.get().what() instanceof JournalEntry.Commanded(Command command, _)
                    && isTyped(command)) {
                return at;
            }
            at = run.journal().byNumber(at.get().cause());
        }
        return Optional.empty();
    }

    private static boolean isTyped(Command command) {
        return command instanceof DeployApplication
                || command instanceof AddUnit
                || command instanceof AddMachine
                || command instanceof Bootstrap;
    }

    /** The first line of that instant that makes anything; else the last before it. */
    private static Optional<TypedLine> lineAt(Run run, long timeNs) {
        Optional<TypedLine> best = Optional.empty();
        for (TypedLine line : run.lines()) {
            boolean isLater = best.isEmpty() || best.get().typedNs() < line.typedNs();
            if (line.typedNs() <= timeNs && isLater && isMaking(line)) {
                best = Optional.of(line);
            }
        }
        return best;
    }

    private static boolean isMaking(TypedLine line) {
        boolean makes =
                line.startsWith("juju deploy")
                        || line.startsWith("juju add-unit")
                        || line.startsWith("juju add-machine")
                        || line.startsWith("juju bootstrap");
        return makes && !line.words().contains("--dry-run");
    }
}
