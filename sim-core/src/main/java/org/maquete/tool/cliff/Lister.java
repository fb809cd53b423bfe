package org.maquete.tool.cliff;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.maquete.tool.argparse.PythonJson;
import org.maquete.tool.argparse.Value;

/** cliff's Lister: many objects, a row each. */
public final class Lister {

    private Lister() {}

    /**
     * Prints the rows as the options ask.
     *
     * @param columns the column names; where a refusal prints them they stand as a Python tuple
     * @param rows as many cells each as there are columns
     */
    public static Printed print(
            OutputOptions options, List<String> columns, List<List<Cell>> rows) {
        List<List<Cell>> sorted = new ArrayList<>(rows);
        StringBuilder warnings = new StringBuilder();
        List<Integer> by =
                options.sortColumns().stream()
                        .filter(columns::contains)
                        .map(columns::indexOf)
                        .toList()
                        .reversed();
        for (int column : by) {
            try {
                sorted.sort(order(column, options.isDescending()));
            } catch (Unsortable _) {
                if (column >= options.sortColumns().size()) {
                    // cliff names the wrong list in its warning and fails in it
                    return new Printed("", warnings + "list index out of range\n", 1);
                }
                warnings.append("Could not sort on field '")
                        .append(options.sortColumns().get(column))
                        .append("'; unsortable types\n");
            }
        }
        if (Columns.areUnknown(options, columns)) {
            return new Printed("", warnings + Columns.refusal(options, columns) + "\n", 1);
        }
        List<Integer> shown = Columns.shown(options, columns);
        List<String> names = shown.stream().map(columns::get).toList();
        List<List<Cell>> cells =
                sorted.stream().map(row -> shown.stream().map(row::get).toList()).toList();
        return new Printed(text(options, names, cells), warnings.toString(), 0);
    }

    private static String text(OutputOptions options, List<String> names, List<List<Cell>> rows) {
        return switch (options.format()) {
            case "table" -> table(options, names, rows);
            case "csv" -> Csv.of(options.quoteMode(), names, rows);
            case "value" -> values(rows);
            case "json" -> PythonJson.dumps(objects(names, rows), options.jsonIndent()) + "\n";
            case "yaml" -> PyYaml.dump(objects(names, rows));
            default ->
                    throw new IllegalArgumentException(
                            "expected a list format, found " + options.format());
        };
    }

    private static String table(OutputOptions options, List<String> names, List<List<Cell>> rows) {
        List<Boolean> right = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            right.add(!rows.isEmpty() && isNumber(rows.getFirst().get(i)));
        }
        List<List<String>> texts =
                rows.stream().map(row -> row.stream().map(Cell::human).toList()).toList();
        return new TextTable(names, right, texts)
                .print(new TextTable.Fit(options.widthMax(), 8, options.printEmpty()));
    }

    private static boolean isNumber(Cell cell) {
        return cell instanceof Cell.Plain(Value value)
                && (value instanceof Value.Whole || value instanceof Value.Real);
    }

    private static String values(List<List<Cell>> rows) {
        StringBuilder out = new StringBuilder();
        for (List<Cell> row : rows) {
            out.append(String.join(" ", row.stream().map(c -> c.machine().str()).toList()));
            out.append('\n');
        }
        return out.toString();
    }

    private static Value objects(List<String> names, List<List<Cell>> rows) {
        List<Value> objects = new ArrayList<>();
        for (List<Cell> row : rows) {
            SequencedMap<String, Value> fields = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                fields.put(names.get(i), row.get(i).machine());
            }
            objects.add(new Value.Fields(fields));
        }
        return new Value.Many(objects);
    }

    /** Two values that Python's {@code <} does not compare; caught by {@link #print} alone. */
    private static final class Unsortable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unsortable() {
            super("", null, false, false);
        }
    }

    private static Comparator<List<Cell>> order(int column, boolean descending) {
        Comparator<List<Cell>> up =
                (a, b) -> compare(a.get(column).machine(), b.get(column).machine());
        return descending ? up.reversed() : up;
    }

    private static int compare(Value a, Value b) {
        if (a.equals(b)) {
            return 0;
        }
        if (a instanceof Value.None || b instanceof Value.None) {
            return a instanceof Value.None ? 1 : -1;
        }
        if (a instanceof Value.Text(String left) && b instanceof Value.Text(String right)) {
            return comparePoints(left, right);
        }
        if (a instanceof Value.Many(List<Value> left)
                && b instanceof Value.Many(List<Value> right)) {
            for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
                if (!left.get(i).equals(right.get(i))) {
                    return compare(left.get(i), right.get(i));
                }
            }
            return Integer.compare(left.size(), right.size());
        }
        return number(a).compareTo(number(b));
    }

    /** Python orders text by code point, Java's compareTo by UTF-16 unit. */
    private static int comparePoints(String left, String right) {
        return Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());
    }

    private static BigDecimal number(Value value) {
        return switch (value) {
            case Value.Whole(BigInteger whole) -> new BigDecimal(whole);
            case Value.Real(double real) -> new BigDecimal(real);
            case Value.Flag(boolean set) -> set ? BigDecimal.ONE : BigDecimal.ZERO;
            default -> throw new Unsortable();
        };
    }
}
