package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of cells, each cell ended by a tab, laid out as Go's text/tabwriter does: a column is a run
 * of consecutive lines that have an ended cell there, as wide as the widest of them and the
 * padding; what stands behind the last tab of a line is in no column. {@link Columns} is the case
 * in which all columns run over all lines.
 */
final class TabText {

    // 2, columns: juju 3.6, cmd/output/output.go, TabWriter
    private static final int PADDING = 2;

    private final List<String[]> lines = new ArrayList<>();
    private final boolean toRight;
    private final StringBuilder out = new StringBuilder();

    private TabText(String text, boolean toRight) {
        this.toRight = toRight;
        String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        for (String line : body.split("\n", -1)) {
            lines.add(line.split("\t", -1));
        }
    }

    /** Cells against the left or, with tabwriter.AlignRight, the right side of their columns. */
    static String layOut(String text, boolean toRight) {
        TabText layout = new TabText(text, toRight);
        List<List<Integer>> widths = new ArrayList<>();
        layout.lines.forEach(_ -> widths.add(new ArrayList<>()));
        layout.measure(0, layout.lines.size(), 0, widths);
        for (int i = 0; i < layout.lines.size(); i++) {
            layout.line(layout.lines.get(i), widths.get(i));
        }
        return layout.out.toString();
    }

    /** Gives each run of lines with an ended cell in a column the width of that run. */
    private void measure(int from, int to, int column, List<List<Integer>> widths) {
        int line = from;
        while (line < to) {
            int end = line;
            int width = 0;
            while (end < to && lines.get(end).length > column + 1) {
                width = Math.max(width, lines.get(end)[column].length());
                end++;
            }
            for (int i = line; i < end; i++) {
                widths.get(i).add(width + PADDING);
            }
            if (end > line) {
                measure(line, end, column + 1, widths);
            }
            line = Math.max(end, line + 1);
        }
    }

    private void line(String[] cells, List<Integer> widths) {
        for (int column = 0; column < cells.length; column++) {
            String cell = cells[column];
            int width = column < widths.size() ? widths.get(column) : cell.length();
            String blanks = " ".repeat(width - cell.length());
            out.append(toRight ? blanks + cell : cell + blanks);
        }
        out.append('\n');
    }
}
