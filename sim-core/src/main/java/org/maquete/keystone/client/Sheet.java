package org.maquete.keystone.client;

import java.util.ArrayList;
import java.util.List;
import org.maquete.tool.argparse.Value;
import org.maquete.tool.cliff.Cell;

/** The fields of one object, in the order in which a command shows them. */
public final class Sheet {

    private final List<String> columns = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();

    /** A text. */
    public Sheet text(String column, String value) {
        return cell(column, Cell.of(value));
    }

    /** A text, or None when it is empty. */
    public Sheet textOrNone(String column, String value) {
        return cell(column, value.isEmpty() ? Cell.none() : Cell.of(value));
    }

    /** None for each of these. */
    public Sheet none(String... names) {
        for (String name : names) {
            cell(name, Cell.none());
        }
        return this;
    }

    /** The empty text for each of these. */
    public Sheet blank(String... names) {
        for (String name : names) {
            text(name, "");
        }
        return this;
    }

    /** An empty list, which a table shows as nothing, for each of these. */
    public Sheet noItems(String... names) {
        for (String name : names) {
            cell(name, Cell.list(List.of()));
        }
        return this;
    }

    /** A number. */
    public Sheet number(String column, long value) {
        return cell(column, Cell.of(value));
    }

    /** True or False. */
    public Sheet flag(String column, boolean value) {
        return cell(column, Cell.of(value));
    }

    /** An empty list as Python prints it. */
    public Sheet bareList(String column) {
        return cell(column, Cell.of(Value.many()));
    }

    /** An empty dict as Python prints it. */
    public Sheet bareDict(String column) {
        return cell(column, Cell.of(Value.fields()));
    }

    /** Any cell. */
    public Sheet cell(String column, Cell cell) {
        columns.add(column);
        cells.add(cell);
        return this;
    }

    List<String> columns() {
        return List.copyOf(columns);
    }

    List<Cell> cells() {
        return List.copyOf(cells);
    }
}
