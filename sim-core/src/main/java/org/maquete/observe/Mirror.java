package org.maquete.observe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.maquete.kernel.Model;
import org.maquete.world.Row;
import org.maquete.world.Table;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/** A world made of documents. For one thread. */
public final class Mirror {

    private final Model model;
    private final World world;
    private final Map<String, Reading> readings = new LinkedHashMap<>();

    /** By table, then by natural key, the fields that have a default. */
    private final TreeMap<String, TreeMap<String, List<String>>> assumed = new TreeMap<>();

    private final TreeSet<String> contentTables = new TreeSet<>();

    /** An empty mirror of this model's shape. */
    public Mirror(Model model) {
        this.model = model;
        this.world = new World(model.schema());
    }

    /** What has been seen, as rows; changes with each document. */
    public World world() {
        return world;
    }

    /** The last reading of each source, in the order in which the sources were first seen. */
    public List<Reading> readings() {
        return List.copyOf(readings.values());
    }

    /** The fields of a row that its document did not tell. */
    public List<String> assumed(TableKey<?> table, String key) {
        return assumed.getOrDefault(table.name(), new TreeMap<>()).getOrDefault(key, List.of());
    }

    /** Whether rows of this table have no natural key of their own and pair by content. */
    boolean pairsByContent(TableKey<?> table) {
        return contentTables.contains(table.name());
    }

    /** Whether some document would have told of this row. */
    boolean covers(String table, String key) {
        return readings.values().stream()
                .flatMap(reading -> reading.covers().stream())
                .anyMatch(c -> c.table().name().equals(table) && key.startsWith(c.keyPrefix()));
    }

    /** Puts a document's rows in the place of those of its source's last document. */
    public void take(Reading reading) {
        TreeSet<String> now = new TreeSet<>();
        for (Seen<?> seen : reading.seen()) {
            now.add(seen.table().name() + "\n" + seen.key());
            put(seen);
        }
        Reading last = readings.put(reading.source(), reading);
        for (Seen<?> seen : last == null ? new ArrayList<Seen<?>>() : last.seen()) {
            if (!now.contains(seen.table().name() + "\n" + seen.key())) {
                remove(seen);
            }
        }
    }

    private <R extends Row> void put(Seen<R> seen) {
        Table<R> table = world.table(seen.table());
        var edits = world.edits(model.ownerOf(seen.table()));
        int id = table.idOf(seen.key());
        if (id < 0) {
            edits.insert(seen.table(), seen.row().apply(table.nextId()));
        } else {
            edits.set(seen.table(), seen.row().apply(id));
        }
        assumed.computeIfAbsent(seen.table().name(), _ -> new TreeMap<>())
                .put(seen.key(), seen.assumed());
        if (seen.isKeyAssumed()) {
            contentTables.add(seen.table().name());
        }
    }

    private <R extends Row> void remove(Seen<R> seen) {
        int id = world.table(seen.table()).idOf(seen.key());
        world.edits(model.ownerOf(seen.table())).remove(seen.table(), id);
    }
}
