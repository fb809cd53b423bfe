package org.maquete.runbook;

import java.util.ArrayList;
import java.util.List;
import org.maquete.kernel.Place;
import org.maquete.runbook.Note.Kind;
import org.maquete.runbook.Reading.Failure;
import org.maquete.runbook.Statement.AndOr;
import org.maquete.runbook.Statement.Group;
import org.maquete.runbook.Statement.Pipeline;
import org.maquete.runbook.Statement.SimpleCommand;
import org.maquete.runbook.Statement.Unsupported;

/**
 * Reads shell into statements, straight from the characters.
 *
 * <p>A lexer that cuts the text into tokens first does not work for the shell: what a character
 * means depends on the brackets, quotes and here-documents around it. So this is one recursive
 * descent, in which each level of the grammar is a method and each kind of bracket comes back to
 * {@link #list}. That is also where the depth is counted. Every character is looked at a bounded
 * number of times, except after a failure, where reading begins anew behind the broken line; {@link
 * Reading} limits how much that may be.
 */
final class ShellReader {
    private final Cursor cursor;
    private final String text;
    private final Reading reading;
    private final WordReader words;
    private final RedirectReader redirects;
    private final CompoundReader compounds;

    ShellReader(Cursor cursor) {
        this.cursor = cursor;
        this.text = cursor.text();
        this.reading = cursor.reading();
        this.words = new WordReader(cursor, this);
        this.redirects = new RedirectReader(cursor, words);
        this.compounds = new CompoundReader(cursor, this, words, redirects);
    }

    /** All statements; those that cannot be understood become {@link Unsupported}. */
    List<Statement> script() {
        List<Statement> out = new ArrayList<>();
        cursor.skipSeparators();
        while (!cursor.atEnd()) {
            int start = cursor.position();
            int noteCount = reading.notes().size();
            Statement statement = andOr();
            separator(false);
            if (reading.failed()) {
                out.add(giveUp(start, noteCount));
            } else if (!reading.stopped()) {
                out.add(statement);
            }
            cursor.skipSeparators();
        }
        return out;
    }

    private Unsupported giveUp(int start, int noteCount) {
        Failure failure = reading.takeFailure();
        reading.forgetNotesAfter(noteCount);
        reading.note(
                failure.place(), Kind.UNKNOWN_SYNTAX, "Not understood: " + failure.construct());
        cursor.leaveBrokenStatement(start, failure.toTheEnd());
        reading.countReread(failure.place(), text.length() - cursor.position());
        String source = cursor.typedFirstLine(start, cursor.position());
        return new Unsupported(cursor.placeAt(start), source, failure.construct());
    }

    /** The statements up to a bracket or word that closes the surrounding construct. */
    List<Statement> list() {
        List<Statement> out = new ArrayList<>();
        if (!reading.enter(cursor.place())) {
            return out;
        }
        cursor.skipSeparators();
        while (!cursor.atEnd() && !closes()) {
            out.add(andOr());
            separator(true);
            cursor.skipSeparators();
        }
        reading.leave();
        return out;
    }

    /** The statements of a whole excerpt that stands between back-ticks. */
    List<Statement> wholeList() {
        List<Statement> out = list();
        if (!cursor.atEnd()) {
            unexpected();
        }
        return out;
    }

    List<Part> hereText(boolean expanded) {
        return words.readHereText(expanded);
    }

    private boolean closes() {
        return cursor.peek() == ')' || cursor.at(";;") || Keywords.closes(keyword());
    }

    String keyword() {
        return cursor.atEnd() ? "" : Keywords.at(text, cursor.position());
    }

    private void separator(boolean nested) {
        cursor.skipBlanks();
        int c = cursor.peek();
        if (c == '&') {
            cursor.noteUnknown(cursor.place(), "& is read as ; : nothing runs in the background.");
            cursor.advance(1);
        } else if (c != '\n' && c != ';' && c != '#' && !(nested && closes()) && !cursor.atEnd()) {
            unexpected();
        }
    }

    void unexpected() {
        if (cursor.atEnd()) {
            reading.fail(cursor.place(), "a command that ends too early", false);
            return;
        }
        String keyword = keyword();
        String found = cursor.peek() == '\n' ? "end of line" : Character.toString(cursor.peek());
        reading.fail(cursor.place(), "unexpected " + (keyword.isEmpty() ? found : keyword), false);
    }

    private Statement andOr() {
        Place place = cursor.place();
        int start = cursor.position();
        int outer = reading.beginHeight();
        Statement left = pipeline();
        cursor.skipBlanks();
        while (cursor.at("&&") || cursor.at("||")) {
            AndOr.Operator operator = cursor.peek() == '&' ? AndOr.Operator.AND : AndOr.Operator.OR;
            cursor.advance(2);
            cursor.skipLineEnds();
            int height = reading.beginHeight();
            Statement right = pipeline();
            left = new AndOr(place, oneLine(start), left, operator, right);
            reading.endHeight(place, 0, Math.max(height, reading.height()) + 1);
            cursor.skipBlanks();
        }
        reading.endHeight(place, outer, reading.height());
        return left;
    }

    private Statement pipeline() {
        Place place = cursor.place();
        int start = cursor.position();
        int outer = reading.beginHeight();
        boolean negated = prefixes();
        List<Statement> commands = new ArrayList<>();
        commands.add(command());
        cursor.skipBlanks();
        while (cursor.peek() == '|' && cursor.peek(1) != '|') {
            boolean withErrors = cursor.peek(1) == '&';
            if (withErrors) {
                commands.add(withErrors(commands.removeLast(), cursor.place()));
            }
            cursor.advance(withErrors ? 2 : 1);
            cursor.skipLineEnds();
            commands.add(command());
            cursor.skipBlanks();
        }
        boolean alone = commands.size() == 1 && !negated;
        reading.endHeight(place, outer, reading.height() + (alone ? 0 : 1));
        return alone ? commands.getFirst() : new Pipeline(place, oneLine(start), commands, negated);
    }

    /** Steps over {@code !} and {@code time}; whether the exit status is turned round. */
    private boolean prefixes() {
        boolean negated = false;
        while (true) {
            cursor.skipBlanks();
            if (keyword().equals("!")) {
                negated = !negated;
                cursor.advance(1);
            } else if (cursor.at("time ") || cursor.at("time\t")) {
                cursor.advance(4);
                cursor.skipBlanks();
                cursor.advance(cursor.at("-p ") ? 2 : 0);
            } else {
                return negated;
            }
        }
    }

    /** {@code a |& b} is {@code a 2>&1 | b}. */
    private Statement withErrors(Statement left, Place place) {
        if (left instanceof SimpleCommand command) {
            List<Redirect> all = new ArrayList<>(command.redirects());
            all.add(RedirectReader.errorsToOutput(place));
            return new SimpleCommand(
                    command.place(), command.source(), command.assignments(), command.words(), all);
        }
        cursor.noteUnknown(place, "|& behind a group is read as |.");
        return left;
    }

    Statement command() {
        Place place = cursor.place();
        reading.countStatement(place);
        int outer = reading.beginHeight();
        Statement command = command(keyword(), place, cursor.position());
        reading.endHeight(place, outer, reading.height() + 1);
        return command;
    }

    private Statement command(String keyword, Place place, int start) {
        if (cursor.peek() == '(') {
            return compounds.roundBrackets(place, start);
        }
        if (keyword.equals("{")) {
            return group(place, start, '}');
        }
        if (Keywords.opens(keyword)) {
            return compounds.read(keyword, place, start);
        }
        if (Keywords.closes(keyword)) {
            unexpected();
        } else if (compounds.atFunction()) {
            return compounds.function(place, start);
        }
        return simple(place, start);
    }

    /** {@code ( list )} or {@code { list; }}, at the opening bracket. */
    Statement group(Place place, int start, char close) {
        char open = text.charAt(start);
        cursor.advance(1);
        List<Statement> body = list();
        if (cursor.peek() != close) {
            reading.fail(place, open + " that is never closed", cursor.atEnd());
        }
        cursor.advance(1);
        redirects.dropAll();
        return new Group(place, cursor.typedFirstLine(start, cursor.position()), body);
    }

    private Statement simple(Place place, int start) {
        List<Assignment> assignments = new ArrayList<>();
        List<Word> wordList = new ArrayList<>();
        List<Redirect> redirectList = new ArrayList<>();
        int end = start;
        cursor.skipBlanks();
        while (!cursor.atEnd() && !commandEnds()) {
            if (redirects.atRedirect()) {
                redirects.read(redirectList);
            } else if (wordList.isEmpty() && atAssignment()) {
                assignments.add(assignment());
            } else {
                addWord(wordList);
            }
            end = cursor.position();
            cursor.skipBlanks();
        }
        if (end == start) {
            unexpected();
        }
        String source = cursor.typed(start, end);
        noteLostContinuation(wordList, source);
        return new SimpleCommand(place, source, assignments, wordList, redirectList);
    }

    private boolean commandEnds() {
        return switch (cursor.peek()) {
            case '\n', ';', '|', ')', '#' -> true;
            case '&' -> cursor.peek(1) != '>';
            default -> false;
        };
    }

    private void addWord(List<Word> wordList) {
        int before = cursor.position();
        wordList.add(words.read());
        if (cursor.position() == before) {
            unexpected();
        }
    }

    private void noteLostContinuation(List<Word> wordList, String source) {
        if (!wordList.isEmpty() && source.startsWith("-")) {
            reading.note(
                    wordList.getFirst().place(),
                    Kind.BROKEN_CONTINUATION,
                    "A line that begins with an option: the line before it lacks a \\.");
        }
    }

    private boolean atAssignment() {
        int start = cursor.position();
        int end = ExpansionReader.nameEnd(text, start);
        return end > start && (text.startsWith("=", end) || text.startsWith("+=", end));
    }

    private Assignment assignment() {
        Place place = cursor.place();
        int start = cursor.position();
        int end = ExpansionReader.nameEnd(text, start);
        String name = text.substring(start, end);
        boolean adds = text.charAt(end) == '+';
        if (adds) {
            cursor.noteUnknown(place, "+= is read as =.");
        }
        cursor.advance(end - start + (adds ? 2 : 1));
        Word value = cursor.peek() == '(' ? compounds.array() : words.read();
        return new Assignment(name, value, place);
    }

    /** As typed since {@code start}, with line ends turned into blanks. */
    private String oneLine(int start) {
        return cursor.typed(start, cursor.position()).replace('\n', ' ');
    }
}
