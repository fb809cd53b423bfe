package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A table as Juju's tab writer lays it out: github.com/juju/ansiterm, tabwriter, with the
 * parameters of cmd/output/tabular.go (cells at least 0 wide, padded with two blanks).
 *
 * <p>Each cell is ended by a tab except the last of a line. In a text/tabwriter a column is a block
 * of cells that are ended by tabs in consecutive lines, and only a block's own cells make its
 * width: a last cell counts for none. All columns here run over all lines, so one pass per column
 * does; the last column is written as it is, and an empty one leaves the padding before it at the
 * end of the line.
 */
final class Columns {

    private static final int PADDING = 2;

    private final List<String[]> rows = new ArrayList<>();
    private final TreeSet<Integer> right = new TreeSet<>();

    /** Adds a line. */
    void row(String... cells) {
        rows.add(cells);
    }

    /** Aligns a column, from 0, to the right. */
    void alignRight(int column) {
        right.add(column);
    }

    /** All lines, each ended. */
    String print() {
        List<Integer> widths = widths();
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            for (int column = 0; column < row.length; column++) {
                boolean isLast = column == row.length - 1;
                if (isLast) {
                    text.append(row[column]);
                } else {
                    append(text, row[column], widths.get(column), right.contains(column));
                }
            }
            text.append('\n');
        }
        return text.toString();
    }

    private List<Integer> widths() {
        List<Integer> widths = new ArrayList<>();
        for (String[] row : rows) {
            for (int column = 0; column < row.length - 1; column++) {
                if (column == widths.size()) {
                    widths.add(0);
                }
                int length = row[column].codePointCount(0, row[column].length());
                widths.set(column, Math.max(widths.get(column), length));
            }
        }
        return widths;
    }

    private static void append(StringBuilder text, String cell, int width, boolean toRight) {
        String blanks = " ".repeat(width - cell.codePointCount(0, cell.length()));
        text.append(toRight ? blanks + cell : cell + blanks).append(" ".repeat(PADDING));
    }
}
