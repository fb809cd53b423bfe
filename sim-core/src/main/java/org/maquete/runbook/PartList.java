package org.maquete.runbook;

import java.util.ArrayList;
import java.util.List;
import org.maquete.runbook.Part.Literal;

/** Parts of a word as they come; characters of one kind grow into one literal. */
final class PartList {
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private boolean literalQuoted;

    void text(char c, boolean quoted) {
        begin(quoted);
        literal.append(c);
    }

    void text(String text, boolean quoted) {
        begin(quoted);
        literal.append(text);
    }

    void part(Part part) {
        finishLiteral();
        parts.add(part);
    }

    /** {@code ""} is a word, though an empty one. */
    void emptyWhenNothingCame(int sizeBefore) {
        if (size() == sizeBefore) {
            parts.add(new Literal("", true));
        }
    }

    /** Grows with everything that is added. */
    int size() {
        return parts.size() + literal.length();
    }

    List<Part> finish() {
        finishLiteral();
        return parts;
    }

    private void begin(boolean quoted) {
        if (literalQuoted != quoted) {
            finishLiteral();
            literalQuoted = quoted;
        }
    }

    private void finishLiteral() {
        if (!literal.isEmpty()) {
            parts.add(new Literal(literal.toString(), literalQuoted));
            literal.setLength(0);
        }
    }
}
