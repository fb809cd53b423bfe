package org.maquete.runbook;

import java.util.ArrayList;
import java.util.List;
import org.maquete.kernel.Place;
import org.maquete.runbook.Part.Literal;
import org.maquete.runbook.Redirect.Kind;

/** Reads redirections, here-documents with their bodies among them. */
final class RedirectReader {
    /** Longer signs first. */
    private static final String[] SIGNS = {
        "&>>", "&>", "<<<", "<<-", "<<", "<&", "<>", "<", ">>", ">&", ">|", ">"
    };

    private static final int NO_DESCRIPTOR = -1;

    private final Cursor cursor;
    private final String text;
    private final Reading reading;
    private final WordReader words;

    RedirectReader(Cursor cursor, WordReader words) {
        this.cursor = cursor;
        this.text = cursor.text();
        this.reading = cursor.reading();
        this.words = words;
    }

    static Redirect errorsToOutput(Place place) {
        Word target = new Word(place, List.of(new Literal("1", false)));
        return new Redirect(place, Kind.STDERR_TO_STDOUT, target, List.of());
    }

    /** Whether one begins at the cursor, which stands where a word may begin. */
    boolean atRedirect() {
        int c = cursor.peek();
        int sign = c >= '0' && c <= '9' ? 1 : 0;
        return switch (cursor.peek(sign)) {
            case '<' ->
                    cursor.peek(sign + 1) != '('
                            && Placeholders.lengthAt(text, cursor.position() + sign, false) == 0;
            case '>' -> cursor.peek(sign + 1) != '(';
            case '&' -> sign == 0 && cursor.peek(1) == '>';
            default -> false;
        };
    }

    /** Steps over redirections behind a command that has no place for them. */
    void dropAll() {
        cursor.skipBlanks();
        while (!cursor.atEnd() && atRedirect()) {
            cursor.noteUnknown(cursor.place(), "A redirection of a whole group is not modelled.");
            read(new ArrayList<>());
            cursor.skipBlanks();
        }
    }

    /** Reads one into the list, or notes why it is left out. */
    void read(List<Redirect> into) {
        Place place = cursor.place();
        int c = cursor.peek();
        boolean numbered = c >= '0' && c <= '9';
        int descriptor = numbered ? c - '0' : NO_DESCRIPTOR;
        cursor.advance(numbered ? 1 : 0);
        String sign = sign();
        cursor.advance(sign.length());
        cursor.skipBlanks();
        Word target = words.read();
        if (target.parts().isEmpty()) {
            reading.fail(place, sign + " without a target", false);
        } else if (sign.equals("<<") || sign.equals("<<-")) {
            into.add(hereDocument(place, target, sign.equals("<<-")));
        } else if (sign.equals("<<<")) {
            List<Part> parts = new ArrayList<>(target.parts());
            parts.add(new Literal("\n", true));
            into.add(new Redirect(place, Kind.HERE_DOCUMENT, target, parts));
        } else {
            addFile(into, place, descriptor, sign, target);
        }
    }

    private String sign() {
        for (String sign : SIGNS) {
            if (cursor.at(sign)) {
                return sign;
            }
        }
        return "";
    }

    private void addFile(
            List<Redirect> into, Place place, int descriptor, String sign, Word target) {
        List<Kind> kind = kindOf(descriptor, sign, target);
        if (kind.isEmpty()) {
            String number = descriptor == NO_DESCRIPTOR ? "" : String.valueOf(descriptor);
            cursor.noteUnknown(place, "Left out, not modelled: " + number + sign + target.shown());
        } else {
            into.add(new Redirect(place, kind.getFirst(), target, List.of()));
        }
    }

    /** None or one. */
    private static List<Kind> kindOf(int descriptor, String sign, Word target) {
        boolean output = descriptor == NO_DESCRIPTOR || descriptor == 1;
        boolean errors = descriptor == 2;
        return switch (sign) {
            case "&>", "&>>" -> List.of(Kind.BOTH);
            case ">", ">|" -> output ? List.of(Kind.WRITE) : errorsIf(errors);
            case ">>" -> output ? List.of(Kind.APPEND) : errorsIf(errors);
            case ">&" -> duplicate(descriptor, target);
            case "<" -> descriptor <= 0 ? List.of(Kind.READ) : List.of();
            default -> List.of();
        };
    }

    private static List<Kind> errorsIf(boolean errors) {
        return errors ? List.of(Kind.STDERR) : List.of();
    }

    private static List<Kind> duplicate(int descriptor, Word target) {
        String to = target.shown();
        if (descriptor == 2 && to.equals("1")) {
            return List.of(Kind.STDERR_TO_STDOUT);
        }
        boolean file = !to.isEmpty() && !Character.isDigit(to.charAt(0)) && !to.equals("-");
        return descriptor == NO_DESCRIPTOR && file ? List.of(Kind.BOTH) : List.of();
    }

    private Redirect hereDocument(Place place, Word delimiter, boolean stripTabs) {
        Excerpt body = hereBody(place, delimiter.shown(), stripTabs);
        List<Part> parts =
                new ShellReader(new Cursor(body, reading)).hereText(!hasQuotes(delimiter));
        return new Redirect(place, Kind.HERE_DOCUMENT, delimiter, parts);
    }

    private static boolean hasQuotes(Word delimiter) {
        for (Part part : delimiter.parts()) {
            if (part.quoted()) {
                return true;
            }
        }
        return false;
    }

    private Excerpt hereBody(Place place, String delimiter, boolean stripTabs) {
        Excerpt.Builder body = new Excerpt.Builder(cursor.excerpt().file());
        int at = cursor.hereBodyStart();
        boolean closed = false;
        while (at < text.length() && !closed) {
            int lineEnd = text.indexOf('\n', at);
            int next = lineEnd < 0 ? text.length() : lineEnd + 1;
            int from = stripTabs ? afterTabs(at) : at;
            closed = isDelimiter(delimiter, from, lineEnd < 0 ? next : lineEnd);
            if (!closed) {
                body.copy(cursor.excerpt(), from, next);
            }
            at = next;
        }
        if (!closed) {
            cursor.noteUnknown(place, "A here-document whose " + delimiter + " never comes.");
        }
        cursor.hereBodyEndsAt(at);
        return body.build();
    }

    private int afterTabs(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == '\t') {
            at++;
        }
        return at;
    }

    /** Blanks behind the delimiter are forgiven, with a note. */
    private boolean isDelimiter(String delimiter, int from, int lineEnd) {
        int end = from + delimiter.length();
        if (end > lineEnd || !text.startsWith(delimiter, from)) {
            return false;
        }
        for (int at = end; at < lineEnd; at++) {
            if (text.charAt(at) != ' ' && text.charAt(at) != '\t') {
                return false;
            }
        }
        if (end < lineEnd) {
            cursor.noteUnknown(
                    cursor.placeAt(from),
                    "Blanks behind " + delimiter + ": the shell would read on.");
        }
        return true;
    }
}
