package org.maquete.tool.cliff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.maquete.tool.argparse.PythonJson;
import org.maquete.tool.argparse.Value;

/** cliff's ShowOne: one object, a field a line. */
public final class ShowOne {

    private ShowOne() {}

    /**
     * Prints the object as the options ask.
     *
     * @param columns the names of its fields, in the order in which the command shows them
     * @param cells as many
     */
    public static Printed print(OutputOptions options, List<String> columns, List<Cell> cells) {
        if (Columns.areUnknown(options, columns)) {
            return new Printed("", Columns.refusal(options, columns) + "\n", 1);
        }
        SequencedMap<String, Cell> shown = new LinkedHashMap<>();
        Columns.shown(options, columns).forEach(i -> shown.put(columns.get(i), cells.get(i)));
        return new Printed(text(options, shown), "", 0);
    }

    private static String text(OutputOptions options, SequencedMap<String, Cell> shown) {
        return switch (options.format()) {
            case "table" -> table(options, shown);
            case "value" -> values(shown);
            case "json" -> PythonJson.dumps(object(shown), options.jsonIndent()) + "\n";
            case "yaml" -> yaml(shown);
            case "shell" -> shell(options, shown);
            default ->
                    throw new IllegalArgumentException(
                            "expected a show format, found " + options.format());
        };
    }

    private static String table(OutputOptions options, SequencedMap<String, Cell> shown) {
        List<List<String>> rows =
                shown.entrySet().stream()
                        .map(each -> List.of(each.getKey(), each.getValue().human()))
                        .toList();
        return new TextTable(List.of("Field", "Value"), List.of(false, false), rows)
                .print(new TextTable.Fit(options.widthMax(), 16, false));
    }

    private static String values(SequencedMap<String, Cell> shown) {
        StringBuilder out = new StringBuilder();
        shown.values().forEach(cell -> out.append(cell.machine().str()).append('\n'));
        return out.toString();
    }

    private static Value object(SequencedMap<String, Cell> shown) {
        SequencedMap<String, Value> fields = new LinkedHashMap<>();
        shown.forEach((name, cell) -> fields.put(name, cell.machine()));
        return new Value.Fields(fields);
    }

    private static String yaml(SequencedMap<String, Cell> shown) {
        StringBuilder out = new StringBuilder();
        shown.forEach(
                (name, cell) -> out.append(PyYaml.dump(Value.fields().with(name, cell.machine()))));
        return out.toString();
    }

    private static String shell(OutputOptions options, SequencedMap<String, Cell> shown) {
        StringBuilder out = new StringBuilder();
        shown.forEach((column, cell) -> {
            String name = column.toLowerCase(Locale.ROOT).replace(' ', '_');
            List<String> wanted = options.variables();
            if (wanted.isEmpty() || wanted.contains(name)) {
                out.append(options.prefix())
                        .append(name.replace(':', '_').replace('-', '_'))
                        .append("=\"")
                        .append(shellText(cell))
                        .append("\"\n");
            }
        });
        return out.toString();
    }

    /** Only text is escaped: the repr of a bare list or dict goes out as it is. */
    private static String shellText(Cell cell) {
        boolean isText = cell instanceof Cell.Formatted || cell.machine() instanceof Value.Text;
        String text = cell.machine().str();
        return isText ? text.replace("\"", "\\\"") : text;
    }
}
