package org.maquete.kernel;

/**
 * Where a thing stands in what a person wrote.
 *
 * @param file the name of the document as the person gave it
 * @param line the line, 1 for the first; 0 when the whole document is meant
 * @param column the column in characters, 1 for the first; 0 when the whole line is meant
 */
public record Place(String file, int line, int column) implements Comparable<Place> {

    public Place {
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException(
                    "line and column from 0, found " + line + ":" + column);
        }
    }

    @Override
    public int compareTo(Place other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    /** {@code file:line}, or the file alone when the whole document is meant. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
