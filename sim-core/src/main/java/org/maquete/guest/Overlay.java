package org.maquete.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.world.Row;
import org.maquete.world.Table;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/**
 * A table with the changes of one command on top: a script of many lines is decided in one step,
 * and its later lines see what the earlier ones did.
 */
final class Overlay<R extends Row> {

    private final Table<R> table;
    private final TreeMap<String, Optional<R>> changed = new TreeMap<>();

    Overlay(World world, TableKey<R> key) {
        table = world.table(key);
    }

    Optional<R> find(String key) {
        Optional<R> known = changed.get(key);
        return known == null ? table.find(key) : known;
    }

    void put(R row) {
        changed.put(row.key(), Optional.of(row));
    }

    void remove(String key) {
        changed.put(key, Optional.empty());
    }

    /** The rows whose keys begin so: those of the table in its order, then new ones by key. */
    List<R> with(String prefix) {
        List<R> all = new ArrayList<>();
        for (R row : table) {
            if (row.key().startsWith(prefix)) {
                find(row.key()).ifPresent(all::add);
            }
        }
        for (Optional<R> row : changed.tailMap(prefix).values()) {
            row.filter(r -> r.key().startsWith(prefix))
                    .filter(r -> table.find(r.key()).isEmpty())
                    .ifPresent(all::add);
        }
        return all;
    }
}
