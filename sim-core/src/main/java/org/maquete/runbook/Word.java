package org.maquete.runbook;

import java.util.List;
import org.maquete.kernel.Place;
import org.maquete.runbook.Part.Literal;

/**
 * One word of a command before its expansion. {@code ~}, {@code *} and braces stay literal text.
 *
 * @param place its first character
 * @param parts what it is made of; empty only as the value of an empty assignment
 */
public record Word(Place place, List<Part> parts) {

    public Word {
        parts = List.copyOf(parts);
    }

    /** Whether the text is known without running anything. */
    public boolean isLiteral() {
        for (Part part : parts) {
            if (!(part instanceof Literal)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The text of a literal word, quotes removed; an error when the word {@link #isLiteral} not.
     */
    public String literal() {
        if (!isLiteral()) {
            throw new IllegalStateException(place + ": expected a literal word, found " + shown());
        }
        return shown();
    }

    /** The word for a message: literal text without its quotes, everything else as typed. */
    public String shown() {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(part.shown());
        }
        return text.toString();
    }
}
