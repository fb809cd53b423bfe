package org.maquete.maas;

import java.util.Optional;
import java.util.function.Predicate;
import org.maquete.finding.Run;
import org.maquete.finding.TypedLine;
import org.maquete.kernel.JournalEntry;

/** Finds the line of a script that led to something: up the causes to the moment of typing. */
final class CausingLine {

    private CausingLine() {}

    /** The line that led to the last entry of this kind; empty when no line did. */
    static Optional<TypedLine> of(Run run, Predicate<JournalEntry> which) {
        Optional<JournalEntry> at =
                run.journal().entries().stream().filter(which).reduce((_, last) -> last);
        while (at.isPresent()) {
            long timeNs = at.get().timeNs();
            if (at.get().what() instanceof JournalEntry.Commanded) {
                Optional<TypedLine> line =
                        run.lines().stream().filter(l -> l.typedNs() == timeNs).findFirst();
                if (line.isPresent()) {
                    return line;
                }
            }
            at = run.journal().byNumber(at.get().cause());
        }
        return Optional.empty();
    }
}
