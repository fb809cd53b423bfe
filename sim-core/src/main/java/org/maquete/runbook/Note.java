package org.maquete.runbook;

import org.maquete.kernel.Place;

/**
 * Something in the runbook that the reader skipped, mended or found odd.
 *
 * @param place where it stands
 * @param kind what sort of oddity it is
 * @param text one sentence for the person who wrote the runbook
 */
public record Note(Place place, Kind kind, String text) {

    /** The sorts of oddities. */
    public enum Kind {
        /**
         * A block of the document that is not read as commands: diagrams, output, other languages.
         */
        SKIPPED_BLOCK,
        /** Lines without a prompt in a terminal session: what a program answered. */
        SKIPPED_OUTPUT,
        /** Shell or Markdown that is kept as text or named, because its meaning is not modelled. */
        UNKNOWN_SYNTAX,
        /** A {@code \} that does not join two lines as its writer meant. */
        BROKEN_CONTINUATION,
        /** A stand-in such as {@code <machine-id>} or {@code XXX} that the operator replaces. */
        PLACEHOLDER,
        /** Curly quotes and other characters that a web page put in the place of plain ones. */
        WEB_CHARACTER,
        /** The reader stopped: the text is larger than it accepts. */
        LIMIT
    }
}
