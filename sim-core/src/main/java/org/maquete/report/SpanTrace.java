package org.maquete.report;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.maquete.finding.TypedLine;
import org.maquete.kernel.Journal;
import org.maquete.kernel.JournalEntry;
import org.maquete.kernel.Simulation;
import org.maquete.kernel.Span;
import org.maquete.operator.OperatorView;
import org.maquete.tool.Verb;
import org.maquete.tool.Verbs;

/**
 * Which commands of an operator lead to which spans, found by running plans: each length that was
 * drawn is followed up its causes to the command that somebody typed. Nothing is known beforehand,
 * so a new subsystem is in it with its first run.
 */
public final class SpanTrace {

    private final TreeMap<String, TreeSet<String>> verbs = new TreeMap<>();
    private final TreeMap<String, Integer> counts = new TreeMap<>();

    /** Adds a run that has ended; its journal has to be full. */
    public void add(Simulation run) {
        Verbs known = new Verbs(run.model().contributions(Verb.class));
        TreeMap<Long, String> typedAt = new TreeMap<>();
        for (TypedLine line : OperatorView.lines(run.world())) {
            known.longest(line.words())
                    .ifPresent(match -> typedAt.putIfAbsent(line.typedNs(), match.verb().path()));
        }
        Journal journal = run.journal();
        for (Journal.Drawn drawn : journal.draws()) {
            String name = drawn.span().name();
            counts.merge(name, 1, Integer::sum);
            String verb = verb(journal, drawn.item(), typedAt);
            if (!verb.isEmpty()) {
                verbs.computeIfAbsent(name, _ -> new TreeSet<>()).add(verb);
            }
        }
    }

    /** The command that was typed when the first command on the way up was given. */
    private static String verb(Journal journal, long item, TreeMap<Long, String> typedAt) {
        Optional<JournalEntry> at = journal.byNumber(item);
        while (at.isPresent()) {
            JournalEntry entry = at.get();
            String verb = typedAt.getOrDefault(entry.timeNs(), "");
            if (entry.what() instanceof JournalEntry.Commanded && !verb.isEmpty()) {
                return verb;
            }
            at = journal.byNumber(entry.cause());
        }
        return "";
    }

    /** The commands that led to this span, sorted. */
    public List<String> verbs(Span span) {
        return List.copyOf(verbs.getOrDefault(span.name(), new TreeSet<>()));
    }

    /** How often a length of it was drawn. */
    public int count(Span span) {
        return counts.getOrDefault(span.name(), 0);
    }
}
