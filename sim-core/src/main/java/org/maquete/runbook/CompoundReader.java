package org.maquete.runbook;

import java.util.ArrayList;
import java.util.List;
import org.maquete.kernel.Place;
import org.maquete.runbook.Part.Literal;
import org.maquete.runbook.Statement.ForLoop;
import org.maquete.runbook.Statement.Unsupported;

/**
 * Reads the commands that hold other commands. Only {@code for} over words keeps its body; of all
 * others the end is found by the same grammar, so that a {@code done} inside a quote closes
 * nothing.
 */
final class CompoundReader {
    private final Cursor cursor;
    private final String text;
    private final Reading reading;
    private final ShellReader shell;
    private final WordReader words;
    private final RedirectReader redirects;

    CompoundReader(Cursor cursor, ShellReader shell, WordReader words, RedirectReader redirects) {
        this.cursor = cursor;
        this.text = cursor.text();
        this.reading = cursor.reading();
        this.shell = shell;
        this.words = words;
        this.redirects = redirects;
    }

    /** At a keyword that opens. */
    Statement read(String keyword, Place place, int start) {
        return switch (keyword) {
            case "for" -> forLoop(place, start);
            case "if" -> skipTo("fi", keyword, place, start);
            case "case" -> caseOf(place, start);
            case "function" -> function(place, start);
            case "[[" -> test(place, start);
            default -> skipTo("done", keyword, place, start);
        };
    }

    private Statement forLoop(Place place, int start) {
        cursor.advance("for".length());
        cursor.skipBlanks();
        if (cursor.at("((")) {
            return countingLoop(place, start);
        }
        int nameEnd = ExpansionReader.nameEnd(text, cursor.position());
        String name = text.substring(cursor.position(), nameEnd);
        if (name.isEmpty()) {
            reading.fail(place, "for without a variable", false);
        }
        cursor.advance(name.length());
        cursor.skipLineEnds();
        List<Word> over = new ArrayList<>();
        if (shell.keyword().equals("in")) {
            cursor.advance("in".length());
            wordsToLineEnd(over);
        } else {
            cursor.noteUnknown(place, "for without in: it runs over no words here.");
        }
        List<Statement> body = doToDone(place);
        return new ForLoop(place, source(start), name, over, body);
    }

    private void wordsToLineEnd(List<Word> into) {
        cursor.skipBlanks();
        while (!cursor.atEnd() && "\n;#".indexOf(cursor.peek()) < 0) {
            int before = cursor.position();
            into.add(words.read());
            if (cursor.position() == before) {
                shell.unexpected();
            }
            cursor.skipBlanks();
        }
    }

    private Statement countingLoop(Place place, int start) {
        int end = ExpansionReader.arithmeticEnd(text, cursor.position() + 2);
        if (end < 0) {
            reading.fail(place, "for (( that is never closed", false);
        }
        cursor.advance(Math.max(0, end - cursor.position()));
        doToDone(place);
        return unsupported(place, start, "for ((");
    }

    private List<Statement> doToDone(Place place) {
        cursor.skipSeparators();
        expect("do", place, "for without do");
        List<Statement> body = shell.list();
        expect("done", place, "for without done");
        redirects.dropAll();
        return body;
    }

    private void expect(String keyword, Place place, String failure) {
        if (!shell.keyword().equals(keyword)) {
            reading.fail(place, failure, cursor.atEnd());
        }
        cursor.advance(keyword.length());
    }

    /** {@code if ... then ... fi}, {@code while ... do ... done}: lists divided by keywords. */
    private Statement skipTo(String last, String keyword, Place place, int start) {
        cursor.advance(keyword.length());
        shell.list();
        while (!cursor.atEnd() && divides(shell.keyword())) {
            cursor.advance(shell.keyword().length());
            shell.list();
        }
        expect(last, place, keyword + " without " + last);
        redirects.dropAll();
        return unsupported(place, start, keyword);
    }

    private static boolean divides(String keyword) {
        return switch (keyword) {
            case "then", "else", "elif", "do" -> true;
            default -> false;
        };
    }

    private Statement caseOf(Place place, int start) {
        cursor.advance("case".length());
        cursor.skipBlanks();
        words.read();
        cursor.skipLineEnds();
        expect("in", place, "case without in");
        cursor.skipSeparators();
        while (!cursor.atEnd() && !shell.keyword().equals("esac")) {
            casePattern(place);
            shell.list();
            skipCaseEnd();
            cursor.skipSeparators();
        }
        expect("esac", place, "case without esac");
        redirects.dropAll();
        return unsupported(place, start, "case");
    }

    private void casePattern(Place place) {
        cursor.advance(cursor.peek() == '(' ? 1 : 0);
        cursor.skipBlanks();
        while (!cursor.atEnd() && cursor.peek() != ')') {
            int before = cursor.position();
            words.read();
            cursor.skipBlanks();
            cursor.advance(cursor.peek() == '|' ? 1 : 0);
            cursor.skipBlanks();
            if (cursor.position() == before) {
                reading.fail(place, "case with a broken pattern", false);
            }
        }
        cursor.advance(1);
    }

    private void skipCaseEnd() {
        if (cursor.at(";;&")) {
            cursor.advance(3);
        } else if (cursor.at(";;") || cursor.at(";&")) {
            cursor.advance(2);
        }
    }

    /** {@code [[ ... ]]}, which has a grammar of its own, up to its brackets in the same line. */
    private Statement test(Place place, int start) {
        int close = text.indexOf("]]", start, cursor.logicalLineEnd(start));
        if (close < 0) {
            reading.fail(place, "[[ without ]]", false);
        }
        cursor.advance(Math.max(0, close + 2 - start));
        redirects.dropAll();
        return unsupported(place, start, "[[");
    }

    /** {@code (( expression ))} or a group. */
    Statement roundBrackets(Place place, int start) {
        int end = cursor.at("((") ? ExpansionReader.arithmeticEnd(text, start + 2) : -1;
        if (end < 0) {
            return shell.group(place, start, ')');
        }
        cursor.advance(end - start);
        return unsupported(place, start, "((");
    }

    /** Whether {@code name()} begins here. */
    boolean atFunction() {
        int open = functionNameEnd(cursor.position());
        while (open < text.length() && text.charAt(open) == ' ') {
            open++;
        }
        return open > cursor.position() && text.startsWith("()", open);
    }

    private int functionNameEnd(int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (!Character.isLetterOrDigit(c) && c != '_' && c != '-' && c != '.' && c != ':') {
                break;
            }
            at++;
        }
        return at;
    }

    /** {@code name() command} and {@code function name command}. */
    Statement function(Place place, int start) {
        cursor.advance(shell.keyword().equals("function") ? "function".length() : 0);
        cursor.skipBlanks();
        int nameEnd = functionNameEnd(cursor.position());
        String name = text.substring(cursor.position(), nameEnd);
        cursor.advance(name.length());
        cursor.skipBlanks();
        cursor.advance(cursor.at("()") ? 2 : 0);
        cursor.skipLineEnds();
        if (reading.enter(place)) {
            shell.command();
            reading.leave();
        }
        return unsupported(place, start, "function " + name);
    }

    /** {@code (a b c)} as the value of an assignment, at its bracket. */
    Word array() {
        Place place = cursor.place();
        int start = cursor.position();
        cursor.advance(1);
        cursor.skipLineEnds();
        while (!cursor.atEnd() && cursor.peek() != ')') {
            int before = cursor.position();
            words.read();
            cursor.skipLineEnds();
            if (cursor.position() == before) {
                shell.unexpected();
            }
        }
        if (cursor.atEnd()) {
            reading.fail(place, "( that is never closed", true);
        }
        cursor.advance(1);
        String typed = cursor.typed(start, cursor.position());
        cursor.noteUnknown(place, "Kept as text, an array is not modelled: " + typed);
        return new Word(place, List.of(new Literal(typed, false)));
    }

    private Unsupported unsupported(Place place, int start, String construct) {
        cursor.noteUnknown(place, "Not modelled, so not run: " + construct);
        return new Unsupported(place, source(start), construct);
    }

    private String source(int start) {
        return cursor.typedFirstLine(start, cursor.position());
    }
}
