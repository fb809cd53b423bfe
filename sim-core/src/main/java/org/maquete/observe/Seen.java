package org.maquete.observe;

import java.util.List;
import java.util.function.IntFunction;
import org.maquete.world.Row;
import org.maquete.world.TableKey;

/**
 * One row that a document tells of.
 *
 * @param row makes the row with a number of the table
 * @param assumed the fields that the document does not tell and that have a default
 * @param isKeyAssumed whether the natural key is among them, so that the content must pair
 */
public record Seen<R extends Row>(
        TableKey<R> table, IntFunction<R> row, List<String> assumed, boolean isKeyAssumed) {

    public Seen {
        assumed = List.copyOf(assumed);
    }

    /** A row whose natural key the document tells. */
    public static <R extends Row> Seen<R> of(
            TableKey<R> table, IntFunction<R> row, String... assumed) {
        return new Seen<>(table, row, List.of(assumed), false);
    }

    String key() {
        return row.apply(0).key();
    }
}
