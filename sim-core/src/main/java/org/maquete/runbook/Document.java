package org.maquete.runbook;

import java.util.Arrays;
import org.maquete.kernel.Place;

/** A text cut into lines. Line indices count from 0, lines and columns of places from 1. */
final class Document {
    private final String file;
    private final String text;
    private final int[] starts;
    private final int lineCount;

    Document(SourceText source) {
        file = source.name();
        String all = source.text();
        text = all.startsWith("\ufeff") ? all.substring(1) : all;
        int[] found = new int[Math.max(16, text.length() / 32)];
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = at;
            at = nextLine(at);
        }
        starts = found;
        lineCount = count;
    }

    /** Only the lines before {@code count}. */
    String textOfLines(int count) {
        return count < lineCount ? text.substring(0, starts[count]) : text;
    }

    String file() {
        return file;
    }

    int lineCount() {
        return lineCount;
    }

    /** A line without its end. */
    String line(int index) {
        int end = index + 1 < lineCount ? starts[index + 1] : text.length();
        while (end > starts[index] && isLineEnd(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(starts[index], end);
    }

    Place placeOfLine(int index) {
        return new Place(file, index + 1, 1);
    }

    private int nextLine(int from) {
        int at = from;
        while (at < text.length() && !isLineEnd(text.charAt(at))) {
            at++;
        }
        boolean pair = text.startsWith("\r\n", at);
        return at + (pair ? 2 : 1);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
