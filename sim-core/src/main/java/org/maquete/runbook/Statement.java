package org.maquete.runbook;

import java.util.List;
import org.maquete.kernel.Place;

/** What the operator does next: types something, or has a file that the document shows. */
public sealed interface Statement {

    /** Its first character in the document. */
    Place place();

    /**
     * As typed, for messages: continued lines joined by one space, trimmed. A compound statement of
     * several lines shows its first and {@code ...}; more than 4,000 characters are cut.
     */
    String source();

    /**
     * A program with its words, or assignments alone.
     *
     * @param words the program and its arguments; empty when there are only assignments or
     *     redirects
     */
    record SimpleCommand(
            Place place,
            String source,
            List<Assignment> assignments,
            List<Word> words,
            List<Redirect> redirects)
            implements Statement {
        public SimpleCommand {
            assignments = List.copyOf(assignments);
            words = List.copyOf(words);
            redirects = List.copyOf(redirects);
        }
    }

    /** {@code a | b}: two or more commands, or one that is {@code negated} by {@code !}. */
    record Pipeline(Place place, String source, List<Statement> commands, boolean negated)
            implements Statement {
        public Pipeline {
            commands = List.copyOf(commands);
        }
    }

    /** {@code left && right} or {@code left || right}; a chain leans to the left. */
    record AndOr(Place place, String source, Statement left, Operator operator, Statement right)
            implements Statement {
        /** When the right side runs: after success, or after failure. */
        public enum Operator {
            AND,
            OR
        }
    }

    /** {@code for variable in words; do body; done}. */
    record ForLoop(
            Place place, String source, String variable, List<Word> words, List<Statement> body)
            implements Statement {
        public ForLoop {
            words = List.copyOf(words);
            body = List.copyOf(body);
        }
    }

    /** {@code { ...; }} and {@code ( ... )}. */
    record Group(Place place, String source, List<Statement> body) implements Statement {
        public Group {
            body = List.copyOf(body);
        }
    }

    /**
     * A file whose content the document shows: it exists from here on, whatever it was before.
     *
     * @param place the first line of the content
     * @param source {@code file NAME}
     */
    record ShownFile(Place place, String source, String name, String content)
            implements Statement {}

    /**
     * Shell that the reader knows by name only.
     *
     * @param construct {@code if}, {@code function deploy}, {@code [[}, or what is wrong with it
     */
    record Unsupported(Place place, String source, String construct) implements Statement {}
}
