package org.maquete.runbook;

import java.util.List;
import org.maquete.kernel.Place;

/** A script as text: one line for each statement and note, parts of words made visible. */
final class ScriptListing {
    private final StringBuilder out = new StringBuilder();

    private ScriptListing() {}

    static String of(Script script) {
        ScriptListing listing = new ScriptListing();
        listing.statements(script.statements(), 0);
        for (Note note : script.notes()) {
            listing.line(0, note.place(), "note " + note.kind() + " " + note.text());
        }
        return listing.out.toString();
    }

    private void statements(List<Statement> statements, int depth) {
        for (Statement statement : statements) {
            statement(statement, depth);
        }
    }

    private void statement(Statement statement, int depth) {
        Place place = statement.place();
        switch (statement) {
            case Statement.SimpleCommand command -> command(command, depth);
            case Statement.Pipeline pipe -> {
                line(depth, place, "pipeline" + (pipe.negated() ? " !" : ""));
                statements(pipe.commands(), depth + 1);
            }
            case Statement.AndOr both -> {
                line(depth, place, both.operator().name());
                statement(both.left(), depth + 1);
                statement(both.right(), depth + 1);
            }
            case Statement.ForLoop loop -> {
                line(depth, place, "for " + loop.variable() + " in" + words(loop.words()));
                statements(loop.body(), depth + 1);
            }
            case Statement.Group group -> {
                line(depth, place, "group");
                statements(group.body(), depth + 1);
            }
            case Statement.ShownFile file -> {
                line(depth, place, "file " + file.name());
                file.content().lines().forEach(text -> out.append("      | " + text + "\n"));
            }
            case Statement.Unsupported other ->
                    line(depth, place, "unsupported " + other.construct() + ": " + other.source());
        }
    }

    private void command(Statement.SimpleCommand command, int depth) {
        StringBuilder text = new StringBuilder("command");
        for (Assignment assignment : command.assignments()) {
            text.append(' ').append(assignment.name()).append('=').append(word(assignment.value()));
        }
        text.append(words(command.words()));
        for (Redirect redirect : command.redirects()) {
            text.append(' ').append(redirect.kind()).append(' ').append(word(redirect.target()));
        }
        line(depth, command.place(), text.toString());
        for (Redirect redirect : command.redirects()) {
            for (String line : parts(redirect.hereText()).split("\n", -1)) {
                out.append(line.isEmpty() ? "" : "      | " + line + "\n");
            }
        }
        command.assignments().forEach(assignment -> substitutions(assignment.value(), depth));
        command.words().forEach(word -> substitutions(word, depth));
    }

    private void substitutions(Word word, int depth) {
        for (Part part : word.parts()) {
            if (part instanceof Part.Substitution substitution) {
                statements(substitution.body(), depth + 1);
            }
        }
    }

    private static String words(List<Word> words) {
        StringBuilder text = new StringBuilder();
        for (Word word : words) {
            text.append(' ').append(word(word));
        }
        return text.toString();
    }

    private static String word(Word word) {
        return parts(word.parts());
    }

    private static String parts(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            String shown =
                    switch (part) {
                        case Part.Literal literal -> literal.text();
                        case Part.Placeholder placeholder -> "?" + placeholder.text() + "?";
                        case Part.Variable variable ->
                                "${" + variable.name() + fallback(variable) + "}";
                        case Part.Substitution substitution -> substitution.source();
                    };
            text.append(part.quoted() ? "\u00ab" + shown + "\u00bb" : shown);
        }
        return text.toString();
    }

    private static String fallback(Part.Variable variable) {
        return variable.fallback().isEmpty() ? "" : ":-" + variable.fallback();
    }

    private void line(int depth, Place place, String text) {
        out.append("  ".repeat(depth)).append(place.line()).append(':').append(place.column());
        out.append(' ').append(text).append('\n');
    }
}
