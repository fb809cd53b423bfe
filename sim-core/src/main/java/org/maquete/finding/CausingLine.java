package org.maquete.finding;

import java.util.Optional;
import java.util.function.Predicate;
import org.maquete.kernel.JournalEntry;

/** Finds the line of a script that led to something: up the causes to the moment of typing. */
public final class CausingLine {

    private CausingLine() {}

    /** The line that led to the last entry of this kind; empty when no line did. */
    public static Optional<TypedLine> of(Run run, Predicate<JournalEntry> which) {
        return of(run, which, _ -> true);
    }

    /**
     * The same among the lines that {@code line} accepts: in a hasty run several are typed at one
     * instant.
     */
    public static Optional<TypedLine> of(
            Run run, Predicate<JournalEntry> which, Predicate<TypedLine> line) {
        return run.journal().entries().stream()
                .filter(which)
                .reduce((_, last) -> last)
                .flatMap(entry -> of(run, entry, line));
    }

    /** The line that led to an entry. */
    public static Optional<TypedLine> of(Run run, JournalEntry entry, Predicate<TypedLine> line) {
        Optional<JournalEntry> at = Optional.of(entry);
        while (at.isPresent()) {
            long timeNs = at.get().timeNs();
            if (at.get().what() instanceof JournalEntry.Commanded) {
                Optional<TypedLine> found =
                        run.lines().stream()
                                .filter(l -> l.typedNs() == timeNs && line.test(l))
                                .findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
            at = run.journal().byNumber(at.get().cause());
        }
        return Optional.empty();
    }
}
