package org.maquete.runbook;

import java.util.List;
import org.maquete.kernel.Place;

/**
 * Where a command reads from or writes to.
 *
 * @param place the first character of the redirection
 * @param kind which one
 * @param target the file; the delimiter of a here-document; the word of a here-string; 1 for {@code
 *     2>&1}
 * @param hereText what a here-document or here-string gives to read, line ends included; else empty
 */
public record Redirect(Place place, Kind kind, Word target, List<Part> hereText) {

    /** The redirections that are modelled; others become a note. */
    public enum Kind {
        WRITE,
        APPEND,
        READ,
        /** Also the here-string {@code <<< word}. */
        HERE_DOCUMENT,
        /** {@code 2>} and {@code 2>>}. */
        STDERR,
        STDERR_TO_STDOUT,
        /** {@code &>}, {@code &>>} and {@code >& file}. */
        BOTH
    }

    public Redirect {
        hereText = List.copyOf(hereText);
    }
}
