package org.maquete.runbook;

import java.util.List;
import java.util.Locale;
import org.maquete.kernel.Place;

/**
 * A fenced block of a document.
 *
 * @param place the fence that opens it
 * @param info what stands behind the opening fence
 * @param lines its content
 * @param above the last {@code *.yaml} between back-ticks in the text above it
 */
record Block(Place place, String info, List<Line> lines, Mention above) {

    /** A file name in the text and its line; the name is "" when there is none. */
    record Mention(String name, Place place) {}

    /** A line of the content: {@code text} begins at {@code place}. */
    record Line(Place place, String text) {
        /** The line without its first {@code count} characters. */
        Line skip(int count) {
            Place behind = new Place(place.file(), place.line(), place.column() + count);
            return new Line(behind, text.substring(count));
        }
    }

    /** The language: the first word of the info in lower case, without the signs around it. */
    String language() {
        int start = 0;
        while (start < info.length() && " \t{.".indexOf(info.charAt(start)) >= 0) {
            start++;
        }
        int end = start;
        while (end < info.length() && " \t{},=:".indexOf(info.charAt(end)) < 0) {
            end++;
        }
        String word = info.substring(start, end).toLowerCase(Locale.ROOT);
        return end < info.length() && info.charAt(end) == '=' ? "" : word;
    }

    static Excerpt excerpt(String file, List<Line> lines) {
        Excerpt.Builder out = new Excerpt.Builder(file);
        for (Line line : lines) {
            out.line(line.place().line(), line.place().column(), line.text());
        }
        return out.build();
    }

    static String content(List<Line> lines) {
        StringBuilder out = new StringBuilder();
        for (Line line : lines) {
            out.append(line.text()).append('\n');
        }
        return out.toString();
    }
}
