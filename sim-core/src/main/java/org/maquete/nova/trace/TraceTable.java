package org.maquete.nova.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/**
 * A text of lines and fields, read row by row: CSV with a header, or columns between blanks without
 * one. A field may stand in double quotes. What is wrong with a field goes to the flaws, with its
 * line, and the field then has the value 0, so that the rest of the file is read too.
 */
final class TraceTable {

    private static final double EXACT_MAX = 9e15; // whole numbers that a double holds exactly

    private final String file;
    private final String text;
    private final Flaws flaws;
    private final List<String> columns;
    private final IntArrayList places = new IntArrayList();
    private List<String> fields = List.of();
    private int at;
    private int line;
    private int flawCount;

    /** CSV; columns may stand in any order, and others beside them. */
    static TraceTable csv(TraceText source, Flaws flaws, String... columns) {
        TraceTable table = new TraceTable(source, flaws, columns);
        table.header();
        return table;
    }

    private TraceTable(TraceText source, Flaws flaws, String... columns) {
        this.file = source.file();
        this.text = source.text();
        this.flaws = flaws;
        this.columns = List.of(columns);
    }

    private void header() {
        if (!advance()) {
            flaws.add(file, 0, "a header with " + String.join(",", columns), "an empty file");
            return;
        }
        for (String column : columns) {
            int place = fields.indexOf(column);
            if (place < 0) {
                String found = "\"" + String.join(",", fields) + "\"";
                flaws.add(file, line, "a column " + column + " in the header", found);
            }
            places.add(place);
        }
        if (places.anySatisfy(place -> place < 0)) {
            at = text.length(); // without its columns no row says anything
        }
    }

    /** Goes to the next row with enough fields; false at the end. */
    boolean next() {
        while (advance()) {
            int least = places.max() + 1;
            if (fields.size() >= least) {
                flawCount = 0;
                return true;
            }
            flaws.add(file, line, "at least " + least + " fields", fields.size() + " of them");
        }
        return false;
    }

    /** Goes to the next line that is not blank. */
    private boolean advance() {
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            String row = text.substring(at, end);
            at = end + 1;
            line++;
            if (line == 1 && row.startsWith("\ufeff")) {
                row = row.substring(1);
            }
            if (!row.isBlank()) {
                fields = cut(row);
                return true;
            }
        }
        return false;
    }

    private static List<String> cut(String row) {
        if (row.indexOf('"') < 0) {
            List<String> plain = Arrays.asList(row.split(",", -1));
            plain.replaceAll(String::strip);
            return plain;
        }
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }

    /** Whether nothing was wrong with the fields of this row that were read so far. */
    boolean isRowGood() {
        return flawCount == 0;
    }

    /** Something is wrong with this row. */
    void flaw(String expected, String found) {
        flawCount++;
        flaws.add(file, line, expected, found);
    }

    String text(int column) {
        return fields.get(places.get(column));
    }

    boolean isEmpty(int column) {
        String value = text(column);
        return value.isEmpty() || value.equals("NULL") || value.equals("None");
    }

    /** A name that is not empty. */
    String name(int column) {
        String value = text(column);
        if (value.isEmpty()) {
            flaw("a " + columns.get(column), "an empty field");
        }
        return value;
    }

    /** A number between two bounds. */
    double real(int column, double low, double high) {
        String value = text(column);
        double number;
        try {
            number = Double.parseDouble(value);
        } catch (NumberFormatException e) {
            number = Double.NaN;
        }
        if (!(number >= low && number <= high)) {
            String bounds = " between " + whole(low) + " and " + whole(high);
            flaw("a number" + bounds + " as " + columns.get(column), "\"" + value + "\"");
            return 0;
        }
        return number;
    }

    /** A whole number between two bounds; also one that is written {@code 2.0}. */
    int count(int column, int low, int high) {
        double number = real(column, low, high);
        if (number != Math.rint(number)) {
            String found = "\"" + text(column) + "\"";
            flaw("a whole number as " + columns.get(column), found);
        }
        return (int) number;
    }

    /** Seconds, as nanoseconds. */
    long seconds(int column, double low) {
        return Math.round(real(column, low, EXACT_MAX / 1e9 * 100) * 1e9);
    }

    private static String whole(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }
}
