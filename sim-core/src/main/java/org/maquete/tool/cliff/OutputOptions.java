package org.maquete.tool.cliff;

import java.math.BigInteger;
import java.util.List;
import org.maquete.tool.argparse.Namespace;

/**
 * The output options of a cliff command, as parsed.
 *
 * <p>{@code --fit-width} is taken and does nothing, as in the real program when its output is no
 * terminal.
 *
 * @param values the namespace of the command
 */
public record OutputOptions(Namespace values) {

    String format() {
        return values.text("formatter").orElse("table");
    }

    List<String> columns() {
        return values.texts("columns");
    }

    List<String> sortColumns() {
        return values.has("sort_columns") ? values.texts("sort_columns") : List.of();
    }

    boolean isDescending() {
        return values.has("sort_direction")
                && values.text("sort_direction").orElse("").equals("desc");
    }

    String quoteMode() {
        return values.text("quote_mode").orElse("nonnumeric");
    }

    int jsonIndent() {
        return values.flag("noindent") ? 0 : 2;
    }

    int widthMax() {
        return values.whole("max_width")
                .orElse(BigInteger.ZERO)
                .min(BigInteger.TWO.pow(30))
                .intValue();
    }

    boolean printEmpty() {
        return values.flag("print_empty");
    }

    String prefix() {
        return values.text("prefix").orElse("");
    }

    List<String> variables() {
        return values.has("variables") ? values.texts("variables") : List.of();
    }
}
