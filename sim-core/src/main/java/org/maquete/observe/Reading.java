package org.maquete.observe;

import java.util.List;
import org.maquete.world.TableKey;

/**
 * What a reader made of a document.
 *
 * @param source the reader's source
 * @param seen rows
 * @param covers what the document would have told: a row that it covers and does not have is gone
 * @param problems what could not be read or is not known, in order of the document
 */
public record Reading(
        String source, List<Seen<?>> seen, List<Cover> covers, List<Problem> problems) {

    public Reading {
        seen = List.copyOf(seen);
        covers = List.copyOf(covers);
        problems = List.copyOf(problems);
    }

    /**
     * Rows of a table whose natural key begins so.
     *
     * @param keyPrefix the empty text for all rows
     */
    public record Cover(TableKey<?> table, String keyPrefix) {}

    /**
     * Something in a document that was not used.
     *
     * @param path where: {@code applications/vault/units}
     * @param isKnown whether the reader knows the key and its value is wrong; else only noted
     */
    public record Problem(String path, boolean isKnown, String message) {}
}
