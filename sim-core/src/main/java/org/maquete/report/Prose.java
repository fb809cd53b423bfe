package org.maquete.report;

import java.util.ArrayList;
import java.util.List;
import org.maquete.kernel.Place;

/** Words, lists of lines and wrapped sentences for people. */
final class Prose {

    static final int WIDTH = 92; // <columns>: a terminal of 100 with room for the indentation

    private Prose() {}

    /** {@code 1 line} or {@code 3 lines}. */
    static String count(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** The sentence in lines of at most {@link #WIDTH} columns, each with this indentation. */
    static String wrapped(String indent, String sentence) {
        StringBuilder out = new StringBuilder();
        for (String paragraph : sentence.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ", -1)) {
                if (!line.isEmpty()
                        && indent.length() + line.length() + 1 + word.length() > WIDTH) {
                    out.append(indent).append(line).append('\n');
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            out.append(indent).append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }

    /** Every line of a text with this in front; nothing for an empty text. */
    static String prefixed(String prefix, String text) {
        if (text.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        text.lines().forEach(l -> out.append((prefix + l).stripTrailing()).append('\n'));
        return out.toString();
    }

    /**
     * Places as {@code 51, 53-60}; those in another file than {@code home} as {@code b.md:3-5}.
     *
     * @param places sorted by file, then line
     */
    static String lines(String home, List<Place> places) {
        List<String> parts = new ArrayList<>();
        int i = 0;
        while (i < places.size()) {
            Place first = places.get(i);
            int last = first.line();
            while (i + 1 < places.size() && follows(first, last, places.get(i + 1))) {
                i++;
                last = places.get(i).line();
            }
            i++;
            String range = first.line() == last ? "" + last : first.line() + "-" + last;
            String named = first.line() == 0 ? first.file() : first.file() + ":" + range;
            parts.add(first.file().equals(home) && first.line() > 0 ? range : named);
        }
        return String.join(", ", parts);
    }

    private static boolean follows(Place first, int last, Place next) {
        return next.file().equals(first.file()) && next.line() - last <= 1;
    }
}
