package org.maquete.runbook;

/** Characters that editors of web pages and documents put in the place of the plain ones. */
final class WebCharacters {
    private WebCharacters() {}

    /** Whether a blank that the shell takes for a letter. */
    static boolean isBlank(char c) {
        return c == '\u00a0' || c == '\u2007' || c == '\u202f' || (c >= '\u2002' && c <= '\u200a');
    }

    static boolean isSingleQuote(int c) {
        return c >= '\u2018' && c <= '\u201b';
    }

    static boolean isDoubleQuote(int c) {
        return c >= '\u201c' && c <= '\u201f';
    }

    static boolean isDash(int c) {
        return c >= '\u2010' && c <= '\u2015';
    }

    /** Where a quote of this kind closes in the same line, or -1. */
    static int closingQuote(String text, int from, boolean single) {
        for (int at = from; at < text.length() && text.charAt(at) != '\n'; at++) {
            char c = text.charAt(at);
            boolean closes = single ? c == '\'' || isSingleQuote(c) : c == '"' || isDoubleQuote(c);
            if (closes) {
                return at;
            }
        }
        return -1;
    }
}
