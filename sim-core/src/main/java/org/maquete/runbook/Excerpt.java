package org.maquete.runbook;

import java.util.Arrays;
import org.maquete.kernel.Place;

/**
 * Text cut out of a document, with the way back: for every character the place where it stood.
 *
 * <p>The text is a row of segments. Within one, columns count up by one; a segment ends where a
 * line ends or where something was left out (a prompt, an indentation, a backslash between
 * back-ticks).
 */
final class Excerpt {
    private final String file;
    private final String text;
    private final int[] starts;
    private final int[] lines;
    private final int[] columns;

    private Excerpt(Builder from) {
        file = from.file;
        text = from.text.toString();
        starts = Arrays.copyOf(from.starts, from.segmentCount);
        lines = Arrays.copyOf(from.lines, from.segmentCount);
        columns = Arrays.copyOf(from.columns, from.segmentCount);
    }

    String text() {
        return text;
    }

    String file() {
        return file;
    }

    /** The place of the character at {@code offset}; behind the end, one column after the last. */
    Place placeAt(int offset) {
        if (starts.length == 0) {
            return new Place(file, 0, 0);
        }
        int segment = segmentAt(offset);
        return new Place(file, lines[segment], columns[segment] + offset - starts[segment]);
    }

    private int segmentAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    static final class Builder {
        private final String file;
        private final StringBuilder text = new StringBuilder();
        private int[] starts = new int[16];
        private int[] lines = new int[16];
        private int[] columns = new int[16];
        private int segmentCount;

        Builder(String file) {
            this.file = file;
        }

        /** Adds a line and a line feed. */
        Builder line(int line, int column, String content) {
            segment(line, column);
            text.append(content).append('\n');
            return this;
        }

        /** Adds {@code from}'s characters from start to before end, with their places. */
        Builder copy(Excerpt from, int start, int end) {
            int segment = from.segmentAt(start);
            int at = start;
            while (at < end) {
                boolean last = segment + 1 == from.starts.length;
                int stop = last ? end : Math.min(end, from.starts[segment + 1]);
                segment(from.lines[segment], from.columns[segment] + at - from.starts[segment]);
                text.append(from.text, at, stop);
                at = stop;
                segment++;
            }
            return this;
        }

        Excerpt build() {
            return new Excerpt(this);
        }

        private void segment(int line, int column) {
            if (segmentCount == starts.length) {
                starts = Arrays.copyOf(starts, segmentCount * 2);
                lines = Arrays.copyOf(lines, segmentCount * 2);
                columns = Arrays.copyOf(columns, segmentCount * 2);
            }
            starts[segmentCount] = text.length();
            lines[segmentCount] = line;
            columns[segmentCount] = column;
            segmentCount++;
        }
    }
}
