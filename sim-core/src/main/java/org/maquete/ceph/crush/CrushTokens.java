package org.maquete.ceph.crush;

import java.util.ArrayList;
import java.util.List;
import org.maquete.finding.Nearest;

/**
 * The words of a text map, read one after another. Ends of lines mean nothing but for comments,
 * which begin with {@code #}.
 */
final class CrushTokens {

    private static final Token END = new Token("", "the end of the text", 0, false);

    private final List<Token> tokens;
    private final List<Flaw> flaws;
    private int at;

    /** A word and where it stands. */
    record Token(String text, String place, int line, boolean isFirstOfLine) {}

    /** What follows cannot be understood; the flaw is noted. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Unreadable() {
            super("unreadable", null, false, false);
        }
    }

    CrushTokens(String text, List<Flaw> flaws) {
        this.tokens = cut(text);
        this.flaws = flaws;
    }

    private static List<Token> cut(String text) {
        List<Token> tokens = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            int comment = line.indexOf('#');
            String code = comment < 0 ? line : line.substring(0, comment);
            int from = 0;
            boolean isFirst = true;
            while (from < code.length()) {
                char c = code.charAt(from);
                if (Character.isWhitespace(c)) {
                    from++;
                    continue;
                }
                int to = from + 1;
                while (!isSign(c) && to < code.length() && isInside(code.charAt(to))) {
                    to++;
                }
                String place = "line " + number + ", column " + (from + 1);
                tokens.add(new Token(code.substring(from, to), place, number, isFirst));
                isFirst = false;
                from = to;
            }
        }
        return tokens;
    }

    private static boolean isSign(char c) {
        return "{}[]".indexOf(c) >= 0;
    }

    private static boolean isInside(char c) {
        return !Character.isWhitespace(c) && !isSign(c);
    }

    List<Token> all() {
        return tokens;
    }

    boolean hasMore() {
        return at < tokens.size();
    }

    Token peek() {
        return hasMore() ? tokens.get(at) : END;
    }

    boolean isNext(String text) {
        return peek().text().equals(text);
    }

    Token next() {
        Token token = peek();
        at++;
        return token;
    }

    /** Takes the word if it comes next. */
    boolean took(String text) {
        boolean is = isNext(text);
        at += is ? 1 : 0;
        return is;
    }

    /** Notes a flaw at a word; the reader goes on. */
    void note(Token token, String expected, String advice) {
        String found = token.text().isEmpty() ? "nothing" : "\"" + token.text() + "\"";
        flaws.add(new Flaw(token.place(), expected, found, advice));
    }

    Unreadable unreadable(Token token, String expected, String advice) {
        note(token, expected, advice);
        return new Unreadable();
    }

    void expect(String text) {
        Token token = next();
        if (!token.text().equals(text)) {
            String advice =
                    token.text().isEmpty()
                            ? "Maybe the text was cut off."
                            : "Maybe something before it is missing or too much.";
            throw unreadable(token, "\"" + text + "\"", advice);
        }
    }

    /** One of some words. */
    Token oneOf(List<String> words) {
        Token token = next();
        if (!words.contains(token.text())) {
            String expected = "one of " + String.join(", ", words);
            throw unreadable(token, expected, Nearest.advice(token.text(), words));
        }
        return token;
    }

    String name() {
        Token token = next();
        if (!token.text().matches("[A-Za-z0-9_.~-]+")) {
            throw unreadable(token, "a name of letters, digits, _ - .", "Maybe it is missing.");
        }
        return token.text();
    }

    int whole(int low, int high) {
        Token token = next();
        boolean isWhole = token.text().matches("-?[0-9]{1,10}");
        long value = isWhole ? Long.parseLong(token.text()) : 0;
        if (!isWhole || value < low || value > high) {
            String expected = "a whole number from " + low + " to " + high;
            throw unreadable(token, expected, "Maybe the words before it are in another order.");
        }
        return (int) value;
    }

    /** A weight in 65,536ths, cut as crushtool does: in floats. */
    int weight(double high) {
        Token token = next();
        boolean isNumber = token.text().matches("[0-9]{1,9}(\\.[0-9]*)?([eE][-+]?[0-9]{1,2})?");
        float weight = isNumber ? Float.parseFloat(token.text()) : -1;
        if (!(weight >= 0 && weight <= high)) {
            throw unreadable(
                    token,
                    "a weight from 0 to " + (long) high,
                    "Maybe it is in GiB: the usual unit is TiB.");
        }
        return (int) (weight * 0x10000);
    }

    /** Goes on to where a new part begins. */
    void recover(List<String> beginnings) {
        while (hasMore()) {
            if (took("}")) {
                while (took("}")) {}
                return;
            }
            if (peek().isFirstOfLine() && beginnings.contains(peek().text())) {
                return;
            }
            at++;
        }
    }
}
