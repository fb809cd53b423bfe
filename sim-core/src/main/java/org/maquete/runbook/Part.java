package org.maquete.runbook;

import java.util.List;

/** A piece of a word. {@code quoted} pieces are not split into words after their expansion. */
public sealed interface Part {

    boolean quoted();

    /** The piece for a message. */
    String shown();

    /** Text that stands for itself, quotes and backslashes removed. */
    record Literal(String text, boolean quoted) implements Part {
        @Override
        public String shown() {
            return text;
        }
    }

    /**
     * {@code $NAME}, {@code ${NAME}}, {@code ${NAME:-fallback}}.
     *
     * @param name also one of the special {@code ? # @ * $ ! -} and digits
     * @param fallback as typed, so it may itself hold {@code $OTHER}; "" for none
     */
    record Variable(String name, String fallback, boolean quoted) implements Part {
        @Override
        public String shown() {
            return fallback.isEmpty() ? "$" + name : "${" + name + ":-" + fallback + "}";
        }
    }

    /**
     * {@code $(...)} or the same between back-ticks.
     *
     * @param body what is run
     * @param source as typed, with its brackets
     */
    record Substitution(List<Statement> body, String source, boolean quoted) implements Part {
        public Substitution {
            body = List.copyOf(body);
        }

        @Override
        public String shown() {
            return source;
        }
    }

    /**
     * Text as typed, {@code <machine-id>} or {@code XXX}, that the operator replaces by a value.
     */
    record Placeholder(String text, boolean quoted) implements Part {
        @Override
        public String shown() {
            return text;
        }
    }
}
