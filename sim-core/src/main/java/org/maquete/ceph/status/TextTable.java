package org.maquete.ceph.status;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table as Ceph prints it: columns two blanks apart, each line padded to the full width. */
final class TextTable {

    private final List<String> headings = new ArrayList<>();
    private final List<Boolean> headingsRight = new ArrayList<>();
    private final List<Boolean> cellsRight = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final int indent;

    TextTable() {
        this(0);
    }

    /** Each line begins with so many blanks. */
    TextTable(int indent) {
        this.indent = indent;
    }

    /** A column of texts. */
    TextTable left(String heading) {
        return column(heading, false, false);
    }

    /** A column of numbers under a heading at its left end. */
    TextTable right(String heading) {
        return column(heading, false, true);
    }

    /** A column of numbers under a heading at its right end. */
    TextTable allRight(String heading) {
        return column(heading, true, true);
    }

    private TextTable column(String heading, boolean isHeadingRight, boolean isRight) {
        headings.add(heading);
        headingsRight.add(isHeadingRight);
        cellsRight.add(isRight);
        return this;
    }

    /** Adds a line; cells that are not given are empty. */
    void row(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
    }

    void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /** All lines, each with its end. */
    String text() {
        int[] widths = new int[headings.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = headings.get(i).length();
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], cell(row, i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        if (headings.stream().anyMatch(heading -> !heading.isEmpty())) {
            line(text, headings, headingsRight, widths);
        }
        rows.forEach(row -> line(text, row, cellsRight, widths));
        return text.toString();
    }

    private static String cell(List<String> row, int index) {
        return index < row.size() ? row.get(index) : "";
    }

    private void line(StringBuilder text, List<String> row, List<Boolean> right, int[] widths) {
        text.repeat(' ', indent);
        for (int i = 0; i < widths.length; i++) {
            String cell = cell(row, i);
            int gap = widths[i] - cell.length();
            text.append(i == 0 ? "" : "  ").repeat(' ', right.get(i) ? gap : 0).append(cell);
            text.repeat(' ', right.get(i) ? 0 : gap);
        }
        text.append('\n');
    }
}
