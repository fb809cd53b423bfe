package org.maquete.tool.cliff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Python's textwrap with its defaults: breaks at blanks and after hyphens between letters, and
 * through words that are longer than a line.
 *
 * <p>Reference: CPython 3.11, Lib/textwrap.py.
 */
final class TextWrap {

    private static final String BLANK = "[\\t\\n\\x0b\\x0c\\r ]";
    private static final String SOLID = "[^\\t\\n\\x0b\\x0c\\r ]";
    private static final String LETTER = "[\\p{L}_]";
    private static final String WORD = "[\\p{L}\\p{N}_]";
    private static final String MARK = "[\\p{L}\\p{N}_!\"'&.,?]";

    /** A dash of two or more between words. */
    private static final String DASH = "(?<=%s)-{2,}(?=%s)".formatted(MARK, WORD);

    /** A hyphen after which a word may break: letters on both sides. */
    private static final String HYPHEN =
            "-(?:(?<=%1$s{2}-)|(?<=%1$s-%1$s-))(?=%1$s-?%1$s)".formatted(LETTER);

    /** The end of a word. */
    private static final String END = "(?=%s|\\z)|(?<=%s)(?=-{2,}%s)".formatted(BLANK, MARK, WORD);

    /** A run of blanks, a dash of two or more, or a piece of a word up to where it may break. */
    private static final Pattern CHUNK =
            Pattern.compile(BLANK + "+|" + DASH + "|" + SOLID + "+?(?:" + HYPHEN + "|" + END + ")");

    private TextWrap() {}

    static List<String> wrap(String text, int width) {
        Deque<String> chunks = new ArrayDeque<>();
        Matcher matcher = CHUNK.matcher(text.replaceAll("[\\t\\n\\x0b\\x0c\\r]", " "));
        while (matcher.find()) {
            chunks.add(matcher.group());
        }
        List<String> lines = new ArrayList<>();
        while (!chunks.isEmpty()) {
            if (chunks.peek().isBlank() && !lines.isEmpty()) {
                chunks.poll();
            }
            String line = line(chunks, width);
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String line(Deque<String> chunks, int width) {
        StringBuilder line = new StringBuilder();
        int lastStart = 0;
        while (!chunks.isEmpty() && line.length() + chunks.element().length() <= width) {
            lastStart = line.length();
            line.append(chunks.remove());
        }
        if (!chunks.isEmpty() && chunks.element().length() > width) {
            String chunk = chunks.remove();
            lastStart = line.length();
            int cut = cut(chunk, width - line.length());
            line.append(chunk, 0, cut);
            if (cut < chunk.length()) {
                chunks.addFirst(chunk.substring(cut));
            }
        }
        if (line.substring(lastStart).isBlank()) {
            line.setLength(lastStart);
        }
        return line.toString();
    }

    /** Where a long chunk is cut: after its last hyphen that fits, if any, else where it must. */
    private static int cut(String chunk, int space) {
        if (chunk.length() > space) {
            int hyphen = chunk.lastIndexOf('-', space - 1);
            boolean hasMore = hyphen > 0 && !chunk.substring(0, hyphen).replace("-", "").isEmpty();
            if (hasMore) {
                return hyphen + 1;
            }
        }
        return Math.min(space, chunk.length());
    }
}
