package org.maquete.runbook;

/** The words that mean something to the shell where a command may begin. */
final class Keywords {
    private static final int LENGTH_MAX = 8;

    private Keywords() {}

    /** The word of the shell's grammar at {@code at}, or "". */
    static String at(String text, int at) {
        int end = at;
        while (end < text.length() && end - at < LENGTH_MAX && isLetter(text.charAt(end))) {
            end++;
        }
        if (end == at) {
            end = at + signLength(text, at);
        }
        if (end == at || !delimits(text, end)) {
            return "";
        }
        String word = text.substring(at, end);
        return opens(word) || closes(word) || word.equals("!") || word.equals("in") ? word : "";
    }

    /** Whether a command that spans other commands begins with it. */
    static boolean opens(String word) {
        return switch (word) {
            case "for", "if", "while", "until", "case", "select", "function", "{", "[[" -> true;
            default -> false;
        };
    }

    /** Whether it ends or divides such a command. */
    static boolean closes(String word) {
        return switch (word) {
            case "then", "else", "elif", "fi", "do", "done", "esac", "}" -> true;
            default -> false;
        };
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static int signLength(String text, int at) {
        return switch (text.charAt(at)) {
            case '{', '}', '!' -> 1;
            case '[' -> text.startsWith("[[", at) ? 2 : 0;
            default -> 0;
        };
    }

    private static boolean delimits(String text, int at) {
        return at >= text.length() || " \t\n;&|()<>".indexOf(text.charAt(at)) >= 0;
    }
}
