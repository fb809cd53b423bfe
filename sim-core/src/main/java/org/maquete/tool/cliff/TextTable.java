package org.maquete.tool.cliff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table as prettytable 3.6 draws it for cliff.
 *
 * <p>Widths are those of a terminal: wide characters count two, combining ones none.
 */
final class TextTable {

    private final List<String> names;
    private final List<Boolean> right;
    private final List<List<String>> rows;

    TextTable(List<String> names, List<Boolean> right, List<List<String>> rows) {
        this.names = List.copyOf(names);
        this.right = List.copyOf(right);
        this.rows = rows.stream().map(row -> row.stream().map(TextTable::plain).toList()).toList();
    }

    /**
     * How the table is fitted.
     *
     * @param widthMax the columns of the whole table, 0 for no limit
     * @param columnWidthMin below this no column is shrunk
     * @param printEmpty whether a table without rows is drawn
     */
    record Fit(int widthMax, int columnWidthMin, boolean printEmpty) {}

    private static String plain(String text) {
        return text.replace("\r\n", "\n").replace('\r', ' ');
    }

    String print(Fit fit) {
        if (rows.isEmpty() && !fit.printEmpty()) {
            return "\n";
        }
        int[] widths = widths(fit);
        String rule = rule(widths);
        StringBuilder out = new StringBuilder();
        out.append(rule).append('\n');
        line(out, names, widths);
        out.append('\n').append(rule);
        for (List<String> row : rows) {
            append(out, row, widths);
        }
        return out.append("\n" + rule).append('\n').toString();
    }

    private int[] widths(int[] limits) {
        int[] widths = new int[names.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = TextWidth.widest(names.get(i));
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], Math.min(TextWidth.widest(row.get(i)), limits[i]));
            }
        }
        return widths;
    }

    private int[] widths(Fit fit) {
        int[] limits = new int[names.size()];
        Arrays.fill(limits, Integer.MAX_VALUE);
        int[] natural = widths(limits);
        boolean fits = fit.widthMax() <= 0 || rule(natural).length() <= fit.widthMax();
        return fits ? natural : widths(limits(natural, fit));
    }

    /**
     * cliff's share of the width: columns below the average stay, the others share what is left.
     */
    private static int[] limits(int[] natural, Fit fit) {
        int[] limits = new int[natural.length];
        Arrays.fill(limits, Integer.MAX_VALUE);
        int usable = Math.max(0, fit.widthMax() - 1 - 3 * natural.length);
        int average = usable / natural.length;
        List<Integer> shrunk = new ArrayList<>();
        int left = usable;
        for (int i = 0; i < natural.length; i++) {
            if (natural[i] > average) {
                shrunk.add(i);
            } else {
                left -= natural[i];
            }
        }
        int share = Math.floorDiv(left, shrunk.size());
        for (int column : shrunk) {
            boolean isLast = column == shrunk.getLast();
            limits[column] = Math.max(fit.columnWidthMin(), isLast ? left : share);
            left -= share;
        }
        return limits;
    }

    private static String rule(int[] widths) {
        StringBuilder out = new StringBuilder("+");
        for (int width : widths) {
            out.repeat('-', width + 2).append('+');
        }
        return out.toString();
    }

    private void append(StringBuilder out, List<String> row, int[] widths) {
        List<List<String>> cells = new ArrayList<>();
        int height = 0;
        for (int i = 0; i < widths.length; i++) {
            List<String> lines = wrapped(row.get(i), widths[i]);
            cells.add(lines);
            height = Math.max(height, lines.size());
        }
        for (int y = 0; y < height; y++) {
            List<String> line = new ArrayList<>(cells.size());
            for (List<String> cell : cells) {
                line.add(y < cell.size() ? cell.get(y) : "");
            }
            line(out.append('\n'), line, widths);
        }
    }

    private static List<String> wrapped(String text, int width) {
        if (text.indexOf('\n') < 0 && TextWidth.of(text) <= width) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (TextWidth.of(line) > width) {
                List<String> wrapped = TextWrap.wrap(line, width);
                lines.addAll(wrapped.isEmpty() ? List.of("") : wrapped);
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    private void line(StringBuilder out, List<String> texts, int[] widths) {
        out.append('|');
        for (int i = 0; i < widths.length; i++) {
            int blanks = Math.max(0, widths[i] - TextWidth.of(texts.get(i)));
            boolean isRight = right.get(i);
            out.append(' ').repeat(' ', isRight ? blanks : 0).append(texts.get(i));
            out.repeat(' ', isRight ? 0 : blanks).append(" |");
        }
    }
}
