package org.maquete.runbook;

import org.maquete.kernel.Place;
import org.maquete.runbook.Note.Kind;

/** A position in an excerpt, and the steps over what is not a word: blanks and line ends. */
final class Cursor {
    /** What {@link #peek} gives behind the last character. */
    static final int END = -1;

    private static final int SOURCE_LENGTH_MAX = 4_000;

    private final Excerpt excerpt;
    private final String text;
    private final Reading reading;
    private int position;
    private int hereLineEnd = -1;
    private int hereBodyEnd = -1;

    Cursor(Excerpt excerpt, Reading reading) {
        this.excerpt = excerpt;
        this.text = excerpt.text();
        this.reading = reading;
    }

    Excerpt excerpt() {
        return excerpt;
    }

    String text() {
        return text;
    }

    Reading reading() {
        return reading;
    }

    int position() {
        return position;
    }

    Place place() {
        return excerpt.placeAt(position);
    }

    Place placeAt(int offset) {
        return excerpt.placeAt(offset);
    }

    boolean atEnd() {
        return position >= text.length() || reading.halted();
    }

    int peek() {
        return peek(0);
    }

    int peek(int ahead) {
        int at = position + ahead;
        return at < text.length() && !reading.halted() ? text.charAt(at) : END;
    }

    boolean at(String expected) {
        return !reading.halted() && text.startsWith(expected, position);
    }

    void advance(int count) {
        position = Math.min(text.length(), position + count);
    }

    /** Leaves a statement that was given up, and its here-documents, for the line behind it. */
    void leaveBrokenStatement(int start, boolean toTheEnd) {
        int resume = toTheEnd ? text.length() : logicalLineEnd(start);
        position = hereLineEnd == resume ? hereBodyEnd : resume;
        hereLineEnd = -1;
        hereBodyEnd = -1;
    }

    /** Steps over a line feed and over the here-documents that begin behind it. */
    void passLineEnd() {
        boolean here = position == hereLineEnd;
        position = here ? hereBodyEnd : position + 1;
        if (here) {
            hereLineEnd = -1;
            hereBodyEnd = -1;
        }
    }

    /** Where the body of the next here-document of this line begins. */
    int hereBodyStart() {
        if (hereLineEnd < 0) {
            hereLineEnd = logicalLineEnd(position);
            hereBodyEnd = Math.min(text.length(), hereLineEnd + 1);
        }
        return hereBodyEnd;
    }

    void hereBodyEndsAt(int offset) {
        hereBodyEnd = offset;
    }

    /** The first line feed at or after {@code from} that no backslash takes away, or the end. */
    int logicalLineEnd(int from) {
        int at = text.indexOf('\n', from);
        while (at > from && continued(at, from)) {
            at = text.indexOf('\n', at + 1);
        }
        return at < 0 ? text.length() : at;
    }

    /** An odd number of backslashes in front: the last of them is not itself quoted. */
    private boolean continued(int lineEnd, int from) {
        int at = lineEnd;
        while (at > from && text.charAt(at - 1) == '\\') {
            at--;
        }
        return (lineEnd - at) % 2 == 1;
    }

    /** Blanks and continued line ends. */
    void skipBlanks() {
        while (!atEnd()) {
            char c = text.charAt(position);
            if (c == ' ' || c == '\t') {
                position++;
            } else if (WebCharacters.isBlank(c)) {
                noteWebCharacter("a blank of another kind, as web pages have them");
                position++;
            } else if (c != '\\' || !passContinuation()) {
                return;
            }
        }
    }

    /** Blanks, line ends, comments and {@code ;} but not {@code ;;}. */
    void skipSeparators() {
        skipBlanks();
        while (!atEnd()) {
            int c = peek();
            if (c == '\n') {
                passLineEnd();
            } else if (c == '#') {
                skipComment();
            } else if (c == ';' && peek(1) != ';') {
                position++;
            } else {
                return;
            }
            skipBlanks();
        }
    }

    /** Blanks, line ends and comments. */
    void skipLineEnds() {
        skipBlanks();
        while (peek() == '\n' || peek() == '#') {
            if (peek() == '#') {
                skipComment();
            } else {
                passLineEnd();
            }
            skipBlanks();
        }
    }

    private void skipComment() {
        int end = text.indexOf('\n', position);
        position = end < 0 ? text.length() : end;
    }

    /** At a backslash: steps over it and the line end behind it, if it joins two lines. */
    boolean passContinuation() {
        int at = position + 1;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        boolean last = at == text.length() || at == text.length() - 1;
        if (at < text.length() && text.charAt(at) != '\n') {
            return false;
        }
        if (last) {
            noteBroken("\\ ends the last line: there is nothing to continue with.");
        } else if (at > position + 1) {
            noteBroken("Blanks behind \\: the shell would end the command in this line.");
        } else if (blankLineAt(at + 1)) {
            noteBroken("\\ is followed by an empty line: the command ends here.");
        }
        position = at;
        if (at < text.length()) {
            passLineEnd();
        }
        return true;
    }

    private boolean blankLineAt(int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '\n';
    }

    private void noteBroken(String message) {
        reading.note(place(), Kind.BROKEN_CONTINUATION, message);
    }

    void noteWebCharacter(String what) {
        reading.noteOncePerLine(
                place(), Kind.WEB_CHARACTER, "Read as the plain character: " + what + ".");
    }

    void noteUnknown(Place where, String message) {
        reading.note(where, Kind.UNKNOWN_SYNTAX, message);
    }

    /** The text between two offsets, continued lines joined by one space, cut when very long. */
    String typed(int start, int end) {
        int stop = Math.min(end, start + SOURCE_LENGTH_MAX);
        String joined = text.substring(start, Math.max(start, stop));
        int slash = joined.indexOf('\\');
        String result = slash < 0 ? joined : joinLines(joined);
        return stop < end ? result.strip() + " ..." : result.strip();
    }

    /** As {@link #typed}, but of several lines only the first. */
    String typedFirstLine(int start, int end) {
        int lineEnd = Math.min(end, logicalLineEnd(start));
        return lineEnd < end ? typed(start, lineEnd) + " ..." : typed(start, end);
    }

    private static String joinLines(String typed) {
        StringBuilder out = new StringBuilder(typed.length());
        int at = 0;
        while (at < typed.length()) {
            int next = typed.charAt(at) == '\\' ? afterContinuation(typed, at) : at;
            if (next == at) {
                out.append(typed.charAt(at));
                at++;
            } else {
                stripBlanks(out);
                out.append(' ');
                at = next;
            }
        }
        return out.toString();
    }

    private static void stripBlanks(StringBuilder out) {
        int end = out.length();
        while (end > 0 && (out.charAt(end - 1) == ' ' || out.charAt(end - 1) == '\t')) {
            end--;
        }
        out.setLength(end);
    }

    private static int afterContinuation(String typed, int slash) {
        int at = slash + 1;
        while (at < typed.length() && (typed.charAt(at) == ' ' || typed.charAt(at) == '\t')) {
            at++;
        }
        if (at < typed.length() && typed.charAt(at) != '\n') {
            return slash;
        }
        at++;
        while (at < typed.length() && (typed.charAt(at) == ' ' || typed.charAt(at) == '\t')) {
            at++;
        }
        return Math.min(at, typed.length());
    }
}
