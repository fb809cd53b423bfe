package org.maquete.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maquete.kernel.Place;
import org.maquete.runbook.Note.Kind;

/**
 * What one reading shares among its parts: the notes, the counters of its limits, and the reasons
 * to unwind.
 *
 * <p>There are two such reasons. A <em>failure</em> is shell that cannot be understood: the
 * statement in which it stands is given up and the reading goes on behind it. A <em>stop</em> is a
 * limit: the reading ends. Both make every cursor report its end, so that all loops and all levels
 * of nesting return by themselves and no exception is needed.
 */
final class Reading {
    static final int LINE_COUNT_MAX = 100_000; // lines of all files together: GUESS
    static final int STATEMENT_COUNT_MAX = 10_000; // statements, nested ones too: GUESS
    static final int NESTING_DEPTH_MAX = 50; // levels of brackets and lists: GUESS
    static final int WORD_LENGTH_MAX = 1_000_000; // characters: GUESS

    /**
     * A chain of && and || is a tree that leans left. Who walks it, and the equals of its records,
     * need a bounded height.
     */
    static final int TREE_HEIGHT_MAX = 250; // statements: GUESS

    /** Characters that may be read a second time because a statement before them was given up. */
    private static final long REREAD_LENGTH_MAX = 200_000_000; // characters: GUESS

    private final List<Note> notes = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private int statementCount;
    private int nestingDepth;
    private int height;
    private long rereadLength;
    private boolean stopped;

    /**
     * Shell that cannot be understood.
     *
     * @param toTheEnd whether the construct reaches to the end of its block, as an unclosed loop
     *     does
     */
    record Failure(Place place, String construct, boolean toTheEnd) {}

    List<Note> notes() {
        return notes;
    }

    void note(Place place, Kind kind, String text) {
        notes.add(new Note(place, kind, text));
    }

    /** Notes the same thing at most once for one line when it comes several times in a row. */
    void noteOncePerLine(Place place, Kind kind, String text) {
        if (!notes.isEmpty()) {
            Note last = notes.getLast();
            if (last.kind() == kind
                    && last.place().line() == place.line()
                    && last.place().file().equals(place.file())) {
                return;
            }
        }
        note(place, kind, text);
    }

    /** Forgets the notes that came after the first {@code count}. */
    void forgetNotesAfter(int count) {
        notes.subList(count, notes.size()).clear();
    }

    boolean halted() {
        return stopped || !failures.isEmpty();
    }

    boolean stopped() {
        return stopped;
    }

    boolean failed() {
        return !failures.isEmpty();
    }

    /** Gives up the statement; only the first failure counts. */
    void fail(Place place, String construct, boolean toTheEnd) {
        if (!halted()) {
            failures.add(new Failure(place, construct, toTheEnd));
        }
    }

    Failure takeFailure() {
        return failures.removeLast();
    }

    void countStatement(Place place) {
        statementCount++;
        if (statementCount > STATEMENT_COUNT_MAX) {
            stop(place, "%,d statements", STATEMENT_COUNT_MAX);
        }
    }

    /** Every true needs a {@link #leave}. */
    boolean enter(Place place) {
        if (nestingDepth == NESTING_DEPTH_MAX) {
            stop(place, "commands inside commands %,d deep", NESTING_DEPTH_MAX);
            return false;
        }
        nestingDepth++;
        return true;
    }

    void leave() {
        nestingDepth--;
    }

    void checkWordLength(Place place, int length) {
        if (length > WORD_LENGTH_MAX) {
            stop(place, "a word of %,d characters", WORD_LENGTH_MAX);
        }
    }

    /** Begins to measure a statement; what comes back goes to {@link #endHeight}. */
    int beginHeight() {
        int outer = height;
        height = 0;
        return outer;
    }

    /** The height of the highest statement since the last begin. */
    int height() {
        return height;
    }

    /** Ends to measure: the statement is {@code own} high. */
    void endHeight(Place place, int outer, int own) {
        if (own > TREE_HEIGHT_MAX) {
            stop(place, "commands that hang on one another %,d deep", TREE_HEIGHT_MAX);
        }
        height = Math.max(outer, own);
    }

    void countReread(Place place, int length) {
        rereadLength += length;
        if (rereadLength > REREAD_LENGTH_MAX) {
            stop(place, "%,d characters behind broken commands", REREAD_LENGTH_MAX);
        }
    }

    void stop(Place place, String what, long max) {
        if (!stopped) {
            String limit = String.format(Locale.ROOT, what, max);
            note(place, Kind.LIMIT, "At most " + limit + " are read; the rest is left out.");
            stopped = true;
        }
    }
}
