package org.maquete.tool.cliff;

import java.util.List;
import java.util.stream.IntStream;
import org.maquete.tool.argparse.PythonText;
import org.maquete.tool.argparse.Value;

/** The choice of columns by {@code -c}: in the order of the command, not of the options. */
final class Columns {

    private Columns() {}

    static List<Integer> shown(OutputOptions options, List<String> columns) {
        List<String> wanted = options.columns();
        return IntStream.range(0, columns.size())
                .filter(i -> wanted.isEmpty() || wanted.contains(columns.get(i)))
                .boxed()
                .toList();
    }

    static boolean areUnknown(OutputOptions options, List<String> columns) {
        return !options.columns().isEmpty() && shown(options, columns).isEmpty();
    }

    static String refusal(OutputOptions options, List<String> columns) {
        String wanted = new Value.Many(options.columns().stream().map(Value::text).toList()).repr();
        String known = String.join(", ", columns.stream().map(PythonText::repr).toList());
        String comma = columns.size() == 1 ? "," : "";
        return "No recognized column names in %s. Recognized columns are (%s%s)."
                .formatted(wanted, known, comma);
    }
}
