package org.maquete.runbook;

import java.util.List;
import org.maquete.kernel.Place;
import org.maquete.runbook.Part.Substitution;
import org.maquete.runbook.Part.Variable;

/** Reads what the shell replaces: variables, command substitutions, arithmetic. */
final class ExpansionReader {
    private final Cursor cursor;
    private final String text;
    private final Reading reading;
    private final ShellReader shell;

    ExpansionReader(Cursor cursor, ShellReader shell) {
        this.cursor = cursor;
        this.text = cursor.text();
        this.reading = cursor.reading();
        this.shell = shell;
    }

    /** At a {@code $}. */
    void dollar(PartList parts, boolean quoted) {
        int next = cursor.peek(1);
        if (next == '(') {
            if (cursor.peek(2) != '(' || !arithmetic(parts, quoted)) {
                substitution(parts, quoted);
            }
        } else if (next == '{') {
            braces(parts, quoted);
        } else if (isNameStart(next)) {
            int end = nameEnd(text, cursor.position() + 1);
            parts.part(new Variable(text.substring(cursor.position() + 1, end), "", quoted));
            cursor.advance(end - cursor.position());
        } else if (isSpecial(next)) {
            parts.part(new Variable(String.valueOf((char) next), "", quoted));
            cursor.advance(2);
        } else {
            parts.text('$', quoted);
            cursor.advance(1);
        }
    }

    private void substitution(PartList parts, boolean quoted) {
        Place place = cursor.place();
        int start = cursor.position();
        cursor.advance(2);
        List<Statement> body = shell.list();
        if (cursor.peek() != ')') {
            reading.fail(place, "$( that is never closed", false);
            return;
        }
        cursor.advance(1);
        parts.part(new Substitution(body, cursor.typed(start, cursor.position()), quoted));
    }

    /** {@code <(...)} and {@code >(...)}; false when the cursor stands at neither. */
    boolean process(PartList parts) {
        if (cursor.peek(1) != '(') {
            return false;
        }
        Place place = cursor.place();
        int start = cursor.position();
        cursor.advance(2);
        shell.list();
        if (cursor.peek() != ')') {
            reading.fail(place, text.charAt(start) + "( that is never closed", false);
            return true;
        }
        cursor.advance(1);
        keep(parts, start, false, "a process substitution");
        return true;
    }

    /** {@code $((...))}; false when the brackets are not those of arithmetic. */
    private boolean arithmetic(PartList parts, boolean quoted) {
        int start = cursor.position();
        int end = arithmeticEnd(text, start + 3);
        if (end < 0) {
            return false;
        }
        cursor.advance(end - start);
        keep(parts, start, quoted, "arithmetic");
        return true;
    }

    /** Behind the {@code ))} that closes an expression beginning at {@code from}, or -1. */
    static int arithmeticEnd(String text, int from) {
        int depth = 0;
        for (int at = from; at < text.length() && text.charAt(at) != '\n'; at++) {
            char c = text.charAt(at);
            if (c == '(') {
                depth++;
            } else if (c == ')' && depth == 0) {
                return at + 1 < text.length() && text.charAt(at + 1) == ')' ? at + 2 : -1;
            } else if (c == ')') {
                depth--;
            }
        }
        return -1;
    }

    private void braces(PartList parts, boolean quoted) {
        int start = cursor.position();
        int close = closingBrace(start + 2);
        if (close < 0) {
            reading.fail(cursor.place(), "${ that is never closed", false);
            return;
        }
        reading.checkWordLength(cursor.place(), close - start);
        cursor.advance(close + 1 - start);
        int nameEnd = isSpecial(text.charAt(start + 2)) ? start + 3 : nameEnd(text, start + 2);
        String name = text.substring(start + 2, Math.min(close, nameEnd));
        String rest = text.substring(Math.min(close, nameEnd), close);
        if (!name.isEmpty() && rest.isEmpty()) {
            parts.part(new Variable(name, "", quoted));
        } else if (!name.isEmpty() && (rest.startsWith(":-") || rest.startsWith("-"))) {
            String fallback = rest.substring(rest.startsWith(":") ? 2 : 1);
            parts.part(new Variable(name, unquote(fallback), quoted));
        } else {
            keep(parts, start, quoted, "this form of ${ }");
        }
    }

    private int closingBrace(int from) {
        int depth = 0;
        for (int at = from; at < text.length() && text.charAt(at) != '\n'; at++) {
            char c = text.charAt(at);
            if (c == '{') {
                depth++;
            } else if (c == '}' && depth == 0) {
                return at;
            } else if (c == '}') {
                depth--;
            } else if (c == '\\') {
                at++;
            }
        }
        return -1;
    }

    private static String unquote(String typed) {
        int last = typed.length() - 1;
        boolean quoted =
                last > 0
                        && typed.charAt(0) == typed.charAt(last)
                        && (typed.charAt(0) == '"' || typed.charAt(0) == '\'');
        return quoted ? typed.substring(1, last) : typed;
    }

    private void keep(PartList parts, int start, boolean quoted, String what) {
        String typed = text.substring(start, cursor.position());
        String shown = cursor.typed(start, cursor.position());
        cursor.noteUnknown(
                cursor.placeAt(start), "Kept as text, " + what + " is not modelled: " + shown);
        parts.text(typed, quoted);
    }

    /** At a back-tick. Its commands are read from an excerpt without the backslashes inside. */
    void backTicks(PartList parts, boolean quoted) {
        Place place = cursor.place();
        int start = cursor.position();
        Excerpt.Builder inside = new Excerpt.Builder(cursor.excerpt().file());
        int close = copyBackTicks(inside, start + 1, quoted);
        if (close < 0) {
            reading.fail(place, "` that is never closed", false);
            return;
        }
        cursor.advance(close + 1 - start);
        List<Statement> body = new ShellReader(new Cursor(inside.build(), reading)).wholeList();
        parts.part(new Substitution(body, cursor.typed(start, close + 1), quoted));
    }

    private int copyBackTicks(Excerpt.Builder inside, int from, boolean quoted) {
        int copied = from;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '`') {
                inside.copy(cursor.excerpt(), copied, at);
                return at;
            }
            if (c == '\\' && at + 1 < text.length()) {
                char next = text.charAt(at + 1);
                if (next == '`' || next == '\\' || next == '$' || (quoted && next == '"')) {
                    inside.copy(cursor.excerpt(), copied, at);
                    copied = at + 1;
                }
                at++;
            }
        }
        return -1;
    }

    static boolean isNameStart(int c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isSpecial(int c) {
        return (c >= '0' && c <= '9') || (c > 0 && "?#@*!-$".indexOf(c) >= 0);
    }

    /** Behind the last character of the name that begins at {@code from}. */
    static int nameEnd(String text, int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (!isNameStart(c) && !(at > from && c >= '0' && c <= '9')) {
                break;
            }
            at++;
        }
        return at;
    }
}
