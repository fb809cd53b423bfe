package org.maquete.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maquete.kernel.Place;
import org.maquete.runbook.Part;
import org.maquete.runbook.Redirect;

/**
 * A script as a flat list of operations. The numbers of temps name captured output; they are local
 * to one run of the code.
 *
 * @param temps how many temps it uses
 * @param loops how many loop counters it uses
 */
record Code(List<Op> ops, int temps, int loops) {

    Code {
        ops = List.copyOf(ops);
    }

    /** One operation. */
    sealed interface Op {}

    /**
     * The person is about to type a statement. The statement's operations end before {@code next}.
     */
    record Line(Place place, String source, int next) implements Op {}

    /**
     * Runs one simple command.
     *
     * @param input the temp that holds its standard input, or -1
     * @param output the temp to which its standard output is appended, or -1 for the terminal
     * @param reading what its program last read in its words
     */
    record Run(
            Place place,
            String source,
            List<Assign> assigns,
            List<Arg> words,
            List<Aim> redirects,
            int input,
            int output,
            LastReading reading)
            implements Op {}

    /** Makes a temp empty. */
    record Clear(int temp) implements Op {}

    /** Goes to {@code target} if the last exit status was success, or if it was not. */
    record JumpIf(boolean success, int target) implements Op {}

    /** Turns success into failure and back. */
    record Negate() implements Op {}

    /** Starts a loop over the expanded words. */
    record Begin(int loop) implements Op {}

    /** Sets the variable to the next word of the loop, or goes to {@code end}. */
    record Next(int loop, String variable, List<Arg> words, int end) implements Op {}

    /** Goes to {@code target}. */
    record Jump(int target) implements Op {}

    /** Writes a file that the document shows. */
    record Show(Place place, String name, String content) implements Op {}

    /** Names shell that is not modelled. */
    record Unknown(Place place, String source, String construct) implements Op {}

    /** {@code name=value}. */
    record Assign(String name, Arg value) {}

    /** A word to be expanded. */
    record Arg(Place place, List<Piece> pieces) {
        Arg {
            pieces = List.copyOf(pieces);
        }

        /** The word itself when nothing in it has to be expanded: so with most; else null. */
        @Nullable String plain() {
            return pieces.size() == 1
                            && pieces.getFirst() instanceof Plain(Part part)
                            && part instanceof Part.Literal literal
                    ? literal.text()
                    : null;
        }
    }

    /** A part of a word. */
    sealed interface Piece {}

    /** A part that needs no captured output. */
    record Plain(Part part) implements Piece {}

    /** The captured output of a substitution. */
    record Captured(int temp, boolean quoted) implements Piece {}

    /** A redirection. */
    record Aim(Redirect.Kind kind, Arg target, Arg hereText) {}
}
