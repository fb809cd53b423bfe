package org.maquete.runbook;

import java.util.List;
import org.maquete.kernel.Place;
import org.maquete.runbook.Note.Kind;
import org.maquete.runbook.Part.Literal;
import org.maquete.runbook.Part.Placeholder;

/** Reads one word: quotes, backslashes, placeholders; what begins with {@code $} it hands on. */
final class WordReader {
    private final Cursor cursor;
    private final String text;
    private final Reading reading;
    private final ExpansionReader expansions;

    WordReader(Cursor cursor, ShellReader shell) {
        this.cursor = cursor;
        this.text = cursor.text();
        this.reading = cursor.reading();
        this.expansions = new ExpansionReader(cursor, shell);
    }

    /** The word at the cursor; without parts when none stands there. */
    Word read() {
        Place place = cursor.place();
        int start = cursor.position();
        if (WebCharacters.isDash(cursor.peek())) {
            cursor.noteUnknown(
                    place, "A long dash from a web page; an option begins with - or --.");
        }
        PartList parts = new PartList();
        while (!cursor.atEnd() && unquoted(parts)) {
            reading.checkWordLength(place, cursor.position() - start);
        }
        List<Part> finished = parts.finish();
        noteBraces(place, finished);
        return new Word(place, finished);
    }

    /**
     * The text of a here-document up to the cursor's end, expanded unless its delimiter is quoted.
     */
    List<Part> readHereText(boolean expanded) {
        PartList parts = new PartList();
        while (!cursor.atEnd()) {
            if (expanded) {
                insideDoubleQuotes(parts, false);
            } else if (!placeholder(parts, true)) {
                parts.text(text.charAt(cursor.position()), true);
                cursor.advance(1);
            }
        }
        return parts.finish();
    }

    /** One step; false at the end of the word. */
    private boolean unquoted(PartList parts) {
        char c = (char) cursor.peek();
        switch (c) {
            case ' ', '\t', '\n', ';', '&', '|', '(', ')' -> {
                return false;
            }
            case '<', '>' -> {
                return placeholder(parts, false) || expansions.process(parts);
            }
            case '\'' -> singleQuotes(parts, text.indexOf('\'', cursor.position() + 1));
            case '"' -> doubleQuotes(parts);
            case '$' -> dollar(parts);
            case '`' -> expansions.backTicks(parts, false);
            case '\\' -> backslash(parts);
            default -> {
                return WebCharacters.isBlank(c) ? false : plain(parts, c);
            }
        }
        return true;
    }

    private boolean plain(PartList parts, char c) {
        if (WebCharacters.isSingleQuote(c) || WebCharacters.isDoubleQuote(c)) {
            webQuotes(parts, WebCharacters.isSingleQuote(c));
        } else if (!placeholder(parts, false)) {
            parts.text(c, false);
            cursor.advance(1);
        }
        return true;
    }

    private void backslash(PartList parts) {
        if (cursor.passContinuation()) {
            return;
        }
        parts.text(text.charAt(cursor.position() + 1), true);
        cursor.advance(2);
    }

    private void dollar(PartList parts) {
        if (cursor.peek(1) == '\'') {
            ansiQuotes(parts);
        } else if (cursor.peek(1) == '"') {
            cursor.advance(1);
            doubleQuotes(parts);
        } else {
            expansions.dollar(parts, false);
        }
    }

    private void singleQuotes(PartList parts, int close) {
        Place place = cursor.place();
        if (close < 0) {
            reading.fail(place, "' that is never closed", false);
            return;
        }
        reading.checkWordLength(place, close - cursor.position());
        int size = parts.size();
        cursor.advance(1);
        while (cursor.position() < close && !reading.halted()) {
            if (!placeholder(parts, true)) {
                parts.text(text.charAt(cursor.position()), true);
                cursor.advance(1);
            }
        }
        parts.emptyWhenNothingCame(size);
        cursor.advance(close + 1 - cursor.position());
    }

    private void doubleQuotes(PartList parts) {
        Place place = cursor.place();
        int start = cursor.position();
        int size = parts.size();
        cursor.advance(1);
        while (!cursor.atEnd() && cursor.peek() != '"') {
            insideDoubleQuotes(parts, true);
            reading.checkWordLength(place, cursor.position() - start);
        }
        if (cursor.atEnd()) {
            reading.fail(place, "\" that is never closed", false);
        }
        parts.emptyWhenNothingCame(size);
        cursor.advance(1);
    }

    private void insideDoubleQuotes(PartList parts, boolean quoteEscapes) {
        int c = cursor.peek();
        if (c == '$') {
            expansions.dollar(parts, true);
        } else if (c == '`') {
            expansions.backTicks(parts, true);
        } else if (c == '\\') {
            backslashInQuotes(parts, quoteEscapes);
        } else if (!placeholder(parts, true)) {
            parts.text((char) c, true);
            passCharacter(c);
        }
    }

    private void passCharacter(int c) {
        if (c == '\n') {
            cursor.passLineEnd();
        } else {
            cursor.advance(1);
        }
    }

    private void backslashInQuotes(PartList parts, boolean quoteEscapes) {
        int next = cursor.peek(1);
        if (next == '\n') {
            cursor.advance(2);
        } else if (next == '$' || next == '`' || next == '\\' || (quoteEscapes && next == '"')) {
            parts.text((char) next, true);
            cursor.advance(2);
        } else {
            parts.text('\\', true);
            cursor.advance(1);
        }
    }

    private void webQuotes(PartList parts, boolean single) {
        cursor.noteWebCharacter("a curly quote");
        int close = WebCharacters.closingQuote(text, cursor.position() + 1, single);
        if (close < 0) {
            parts.text(single ? '\'' : '"', false);
            cursor.advance(1);
        } else if (single) {
            singleQuotes(parts, close);
        } else {
            curlyDoubleQuotes(parts, close);
        }
    }

    private void curlyDoubleQuotes(PartList parts, int close) {
        int size = parts.size();
        cursor.advance(1);
        while (!cursor.atEnd() && cursor.position() < close) {
            insideDoubleQuotes(parts, true);
        }
        parts.emptyWhenNothingCame(size);
        cursor.advance(Math.max(0, close + 1 - cursor.position()));
    }

    private void ansiQuotes(PartList parts) {
        Place place = cursor.place();
        int size = parts.size();
        cursor.advance(2);
        while (!cursor.atEnd() && cursor.peek() != '\'') {
            int c = cursor.peek();
            int next = cursor.peek(1);
            if (c == '\\' && next != Cursor.END) {
                parts.text(ansiEscape((char) next), true);
                cursor.advance(2);
            } else {
                parts.text((char) c, true);
                cursor.advance(1);
            }
        }
        if (cursor.atEnd()) {
            reading.fail(place, "$' that is never closed", false);
        }
        parts.emptyWhenNothingCame(size);
        cursor.advance(1);
    }

    private static String ansiEscape(char c) {
        return switch (c) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'e' -> "\u001b";
            case '\\', '\'', '"', '?' -> String.valueOf(c);
            default -> "\\" + c;
        };
    }

    private boolean placeholder(PartList parts, boolean quoted) {
        int length = Placeholders.lengthAt(text, cursor.position(), quoted);
        if (length == 0) {
            return false;
        }
        int at = cursor.position();
        String typed = text.substring(at, at + length);
        reading.note(
                cursor.place(), Kind.PLACEHOLDER, typed + " stands for a value that you put in.");
        parts.part(new Placeholder(typed, quoted));
        cursor.advance(length);
        return true;
    }

    /** {@code {1..3}} and {@code {a,b}} would become several words in bash. */
    private void noteBraces(Place place, List<Part> parts) {
        for (Part part : parts) {
            if (part instanceof Literal(String literal, boolean quoted) && !quoted) {
                int open = literal.indexOf('{');
                int close = open < 0 ? -1 : literal.indexOf('}', open);
                String inner = close < 0 ? "" : literal.substring(open + 1, close);
                if (inner.indexOf(',') >= 0 || inner.contains("..")) {
                    cursor.noteUnknown(place, "{" + inner + "} is kept as text, not expanded.");
                }
            }
        }
    }
}
