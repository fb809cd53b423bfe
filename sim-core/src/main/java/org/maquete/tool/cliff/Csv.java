package org.maquete.tool.cliff;

import java.util.List;
import java.util.StringJoiner;
import org.maquete.tool.argparse.Value;

/** Python's csv.writer as cliff sets it up: comma, newline, backslash as escape. */
final class Csv {

    private final String mode;

    private Csv(String mode) {
        this.mode = mode;
    }

    static String of(String mode, List<String> names, List<List<Cell>> rows) {
        Csv csv = new Csv(mode);
        StringBuilder out = new StringBuilder();
        out.append(csv.line(names.stream().map(Value::text).toList()));
        rows.forEach(row -> out.append(csv.line(row.stream().map(Csv::value).toList())));
        return out.toString();
    }

    private static Value value(Cell cell) {
        return cell instanceof Cell.Formatted ? Value.text(cell.machine().str()) : cell.machine();
    }

    private String line(List<Value> values) {
        StringJoiner line = new StringJoiner(",", "", "\n");
        values.forEach(value -> line.add(field(value)));
        // a line of one empty field is quoted; with --quote none the real program fails there
        return line.length() == 1 && !values.isEmpty() ? "\"\"\n" : line.toString();
    }

    private String field(Value value) {
        String text = value instanceof Value.None ? "" : value.str();
        boolean quoted =
                switch (mode) {
                    case "all" -> true;
                    case "nonnumeric" -> !isNumber(value);
                    default -> false;
                };
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean special = c == ',' || c == '"' || c == '\n' || c == '\\';
            boolean escape = special && (mode.equals("none") || c == '\\');
            if (c == '"' && !escape) {
                out.append('"');
            }
            quoted |= special && !escape;
            out.append(escape ? "\\" : "").append(c);
        }
        return quoted ? "\"" + out + "\"" : out.toString();
    }

    private static boolean isNumber(Value value) {
        return value instanceof Value.Whole
                || value instanceof Value.Real
                || value instanceof Value.Flag;
    }
}
