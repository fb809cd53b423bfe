package org.maquete.tool.cliff;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as PyYAML writes it: plain where that reads back as the same text, else in single quotes,
 * else in double quotes; folded at blanks beyond column 80.
 *
 * <p>Reference: PyYAML 6.0, emitter.py ({@code analyze_scalar}, {@code choose_scalar_style}, the
 * three writers) and resolver.py.
 */
final class YamlScalar {

    // 80, columns: PyYAML 6.0, emitter.py, best_width
    private static final int WIDTH = 80;

    /** What YAML 1.1 reads as something else than text. */
    private static final Pattern NOT_TEXT =
            Pattern.compile(
                    "yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF"
                            + "|[-+]?[0-9][0-9_]*\\.[0-9_]*([eE][-+][0-9]+)?"
                            + "|\\.[0-9][0-9_]*([eE][-+][0-9]+)?"
                            + "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+\\.[0-9_]*"
                            + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)"
                            + "|[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(0|[1-9][0-9_]*)"
                            + "|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+"
                            + "|<<|=|!|&|\\*|~|null|Null|NULL|"
                            + "|\\d{4}-\\d\\d-\\d\\d"
                            + "|\\d{4}-\\d\\d?-\\d\\d?([Tt]|[ \\t]+)\\d\\d?:\\d\\d:\\d\\d(\\.\\d*)?"
                            + "([ \\t]*(Z|[-+]\\d\\d?(:\\d\\d)?))?");

    private YamlScalar() {}

    /**
     * Where a text stands.
     *
     * @param isKey keys are never folded
     * @param indent of the lines after a fold
     */
    record Place(boolean isKey, int indent) {

        static Place ofKey() {
            return new Place(true, 0);
        }

        static Place ofValue(int indent) {
            return new Place(false, indent);
        }
    }

    /** The text written so far, and the column. */
    static final class Sink {

        private final StringBuilder out = new StringBuilder();
        private int column;
        private boolean afterDash;

        void append(String text) {
            out.append(text);
            column += text.codePointCount(0, text.length());
            afterDash = false;
        }

        void newline() {
            out.append('\n');
            column = 0;
            afterDash = false;
        }

        void indent(int columns) {
            append(" ".repeat(columns));
        }

        void space(boolean wanted) {
            append(wanted ? " " : "");
        }

        void dash() {
            append("-");
            afterDash = true;
        }

        void colon() {
            append(":");
        }

        /** The colon on a line of its own, after which a block may begin as after a dash. */
        void explicitColon() {
            append(":");
            afterDash = true;
        }

        boolean isAfterDash() {
            return afterDash;
        }

        String text() {
            return out.toString();
        }

        private void fold(int indent) {
            newline();
            indent(indent);
        }

        private boolean isFull() {
            return column > WIDTH;
        }
    }

    // 128, characters: PyYAML 6.0, emitter.py, check_simple_key
    private static final int SIMPLE_KEY_MAX = 128;

    /** Whether a key may stand before its colon; others get a line that begins with {@code ?}. */
    static boolean isSimpleKey(String key) {
        return !key.isEmpty()
                && key.indexOf('\n') < 0
                && key.codePointCount(0, key.length()) < SIMPLE_KEY_MAX;
    }

    static void write(Sink out, String text, Place place) {
        Analysis analysis = Analysis.of(text);
        boolean multilineKey = place.isKey() && analysis.breaks();
        if (analysis.plain() && !NOT_TEXT.matcher(text).matches()) {
            folded(out, text, place, false);
        } else if (analysis.single() && !multilineKey) {
            out.append("'");
            folded(out, text, place, true);
            out.append("'");
        } else {
            doubleQuoted(out, text, place);
        }
    }

    /**
     * Which styles keep a text.
     *
     * @param plain no quotes needed
     * @param single single quotes keep it
     * @param breaks it has more than one line
     */
    private record Analysis(boolean plain, boolean single, boolean breaks) {

        static Analysis of(String text) {
            if (text.isEmpty()) {
                return new Analysis(false, true, false);
            }
            boolean special = !text.codePoints().allMatch(c -> c == '\n' || (c >= ' ' && c <= '~'));
            boolean breaks = text.indexOf('\n') >= 0;
            boolean edges = isBlank(text, 0) || isBlank(text, text.length() - 1);
            boolean plain = !special && !breaks && !edges && !hasIndicators(text);
            boolean single = !special && !text.contains("\n ") && !text.contains(" \n");
            return new Analysis(plain, single, breaks);
        }

        private static boolean hasIndicators(String text) {
            if (text.startsWith("---") || text.startsWith("...")) {
                return true;
            }
            char first = text.charAt(0);
            boolean lead =
                    "#,[]{}&*!|>'\"%@`".indexOf(first) >= 0
                            || ("?:-".indexOf(first) >= 0 && isBlank(text, 1));
            for (int i = 1; i < text.length() && !lead; i++) {
                char c = text.charAt(i);
                lead = (c == ':' && isBlank(text, i + 1)) || (c == '#' && isBlank(text, i - 1));
            }
            return lead;
        }

        private static boolean isBlank(String text, int at) {
            return at >= text.length() || " \t\r\n\0".indexOf(text.charAt(at)) >= 0;
        }
    }

    /** Plain and single-quoted text: a single blank beyond the width becomes a fold. */
    private static void folded(Sink out, String text, Place place, boolean quoted) {
        int at = 0;
        while (at < text.length()) {
            int end = at;
            char c = text.charAt(at);
            if (c == ' ') {
                while (end < text.length() && text.charAt(end) == ' ') {
                    end++;
                }
                boolean inside = !quoted || (at != 0 && end != text.length());
                if (end - at == 1 && out.isFull() && !place.isKey() && inside) {
                    out.fold(place.indent());
                } else {
                    out.append(text.substring(at, end));
                }
            } else if (c == '\n') {
                out.newline();
                while (end < text.length() && text.charAt(end) == '\n') {
                    out.newline();
                    end++;
                }
                out.indent(place.indent());
            } else {
                while (end < text.length() && " \n".indexOf(text.charAt(end)) < 0) {
                    end++;
                }
                String word = text.substring(at, end);
                out.append(quoted ? word.replace("'", "''") : word);
            }
            at = end;
        }
    }

    private static void doubleQuoted(Sink out, String text, Place place) {
        int[] points = text.codePoints().toArray();
        out.append("\"");
        int start = 0;
        for (int end = 0; end <= points.length; end++) {
            boolean isEscaped = end < points.length && isEscaped(points[end]);
            if (end == points.length || isEscaped) {
                out.append(new String(points, start, end - start));
                start = end;
                if (isEscaped) {
                    out.append(escape(points[end]));
                    start = end + 1;
                }
            }
            boolean inside = end > 0 && end < points.length - 1 && !place.isKey();
            boolean mayFold = inside && (points[end] == ' ' || start >= end);
            if (mayFold && out.column + (end - start) > WIDTH) {
                int length = Math.max(end - start, 0);
                out.append(new String(points, start, length) + "\\");
                start += length;
                out.fold(place.indent());
                out.append(points[start] == ' ' ? "\\" : "");
            }
        }
        out.append("\"");
    }

    private static boolean isEscaped(int point) {
        return point == '"' || point == '\\' || point < ' ' || point > '~';
    }

    private static String escape(int point) {
        String name =
                switch (point) {
                    case 0 -> "0";
                    case 7 -> "a";
                    case 8 -> "b";
                    case 9 -> "t";
                    case 10 -> "n";
                    case 11 -> "v";
                    case 12 -> "f";
                    case 13 -> "r";
                    case 27 -> "e";
                    case '"' -> "\"";
                    case '\\' -> "\\";
                    case 0x85 -> "N";
                    case 0xa0 -> "_";
                    case 0x2028 -> "L";
                    case 0x2029 -> "P";
                    default -> "";
                };
        if (!name.isEmpty()) {
            return "\\" + name;
        }
        String form = point <= 0xff ? "x%02X" : point <= 0xffff ? "u%04X" : "U%08X";
        return "\\" + String.format(Locale.ROOT, form, point);
    }
}
