package org.maquete;

/** A Java source without its comments and literals, also where it is no whole source. */
final class JavaText {

    private JavaText() {}

    /** The same text with comments, strings and characters replaced by blanks. */
    static String code(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int at = 0; at < text.length(); ) {
            int end = endOfLiteral(text, at);
            for (int i = at; i < end; i++) {
                if (text.charAt(i) != '\n') {
                    out.setCharAt(i, ' ');
                }
            }
            at = Math.max(end, at + 1);
        }
        return out.toString();
    }

    /** The end of the comment or literal that begins at {@code at}, or {@code at}. */
    private static int endOfLiteral(String text, int at) {
        if (text.startsWith("//", at)) {
            return end(text.indexOf('\n', at), 0, text);
        }
        if (text.startsWith("/*", at)) {
            return end(text.indexOf("*/", at + 2), 2, text);
        }
        if (text.startsWith("\"\"\"", at)) {
            int close = text.indexOf("\"\"\"", at + 3);
            while (close > 0 && text.charAt(close - 1) == '\\') {
                close = text.indexOf("\"\"\"", close + 1);
            }
            return end(close, 3, text);
        }
        char quote = text.charAt(at);
        if (quote != '"' && quote != '\'') {
            return at;
        }
        int i = at + 1;
        while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '\n') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), i + 1);
    }

    private static int end(int found, int length, String text) {
        return found < 0 ? text.length() : found + length;
    }
}
