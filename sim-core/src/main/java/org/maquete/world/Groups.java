package org.maquete.world;

import java.util.ArrayList;
import java.util.List;

/** The groups of one {@link Grouping}: a table of its own, so that it forks page-wise. */
final class Groups<R extends Row> {

    private static final TableKey<Group> GROUPS = TableKey.keyed("group");

    private final Grouping<R> grouping;
    private final Table<Group> table;

    /** The ids of the rows of a group, ascending. */
    private record Group(int id, String key, Ints ids) implements Row {

        @Override
        public void encode(Sink sink) {
            sink.text("key", key).ints("ids", ids);
        }
    }

    Groups(Grouping<R> grouping) {
        this(grouping, new Table<>(GROUPS, -1));
    }

    private Groups(Grouping<R> grouping, Table<Group> table) {
        this.grouping = grouping;
        this.table = table;
    }

    Groups<R> fork() {
        return new Groups<>(grouping, table.fork());
    }

    Grouping<R> grouping() {
        return grouping;
    }

    List<R> rows(String key, Table<R> of) {
        int group = table.idOf(key);
        if (group < 0) {
            return new ArrayList<>(0);
        }
        Ints ids = table.get(group).ids();
        List<R> rows = new ArrayList<>(ids.count());
        for (int i = 0; i < ids.count(); i++) {
            rows.add(of.get(ids.get(i)));
        }
        return rows;
    }

    void inserted(R row) {
        String key = grouping.of(row);
        int group = table.idOf(key);
        if (group < 0) {
            table.insert(new Group(table.nextId(), key, Ints.of(row.id())));
            return;
        }
        table.set(new Group(group, key, table.get(group).ids().with(row.id())));
    }

    void removed(R row) {
        String key = grouping.of(row);
        int group = table.idOf(key);
        table.set(new Group(group, key, table.get(group).ids().without(row.id())));
    }

    void replaced(R old, R row) {
        if (!grouping.of(old).equals(grouping.of(row))) {
            removed(old);
            inserted(row);
        }
    }

    /** Whether the groups are those of these rows. */
    boolean isOf(Table<R> rows) {
        Groups<R> fresh = new Groups<>(grouping);
        rows.forEach(fresh::inserted);
        for (Group group : table) {
            if (!rows(group.key(), rows).equals(fresh.rows(group.key(), rows))) {
                return false;
            }
        }
        return fresh.table.stream().allMatch(group -> table.has(group.key()));
    }
}
