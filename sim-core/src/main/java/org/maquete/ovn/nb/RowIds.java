package org.maquete.ovn.nb;

import org.maquete.kernel.Draws;

/** The UUIDs of rows, which a database draws when a row is made: by them it orders sets of rows. */
@FunctionalInterface
public interface RowIds {

    /** Drawn for the table and the natural key. */
    RowIds DRAWN = (table, key) -> Draws.of(0, "ovn.nb", key, table, 0).uuid();

    /**
     * The UUID of a row.
     *
     * @param table {@code Logical_Switch} and the like
     * @param key its natural key
     */
    String uuid(String table, String key);
}
