package org.maquete.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.runbook.Part;
import org.maquete.tool.Supplier;
import org.maquete.world.World;

/** Makes words of what stands in the script: variables, captured output, placeholders. */
final class Expansion {

    private final World world;
    private final Frame frame;
    private final List<Supplier> suppliers;
    private boolean guessing;

    Expansion(World world, Frame frame, List<Supplier> suppliers) {
        this.world = world;
        this.frame = frame;
        this.suppliers = suppliers;
    }

    /** The words of a command: unquoted values fall apart at white space. */
    List<String> words(List<Code.Arg> args) {
        List<String> words = new ArrayList<>(args.size());
        for (Code.Arg arg : args) {
            String plain = arg.plain();
            if (plain != null) {
                words.add(plain);
                continue;
            }
            StringBuilder word = new StringBuilder();
            boolean present = false;
            for (Code.Piece piece : arg.pieces()) {
                String text = text(piece, words, word.toString());
                if (quoted(piece)) {
                    word.append(text);
                    present = true;
                    continue;
                }
                present |= splitInto(text, word, words, present) || !word.isEmpty();
            }
            if (present || !word.isEmpty()) {
                words.add(word.toString());
            }
        }
        return words;
    }

    /** One text without splitting: an assignment, a redirection's target, a here-document. */
    String text(Code.Arg arg) {
        String plain = arg.plain();
        if (plain != null) {
            return plain;
        }
        StringBuilder text = new StringBuilder();
        for (Code.Piece piece : arg.pieces()) {
            text.append(text(piece, List.of(), text.toString()));
        }
        return text.toString();
    }

    /** Appends to the word; at white space the word is finished. Whether the last word goes on. */
    private static boolean splitInto(
            String text, StringBuilder word, List<String> words, boolean present) {
        boolean open = present;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\t' || c == '\n') {
                if (open || !word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                    open = false;
                }
            } else {
                word.append(c);
            }
        }
        return open;
    }

    private static boolean quoted(Code.Piece piece) {
        return switch (piece) {
            case Code.Captured(_, boolean quoted) -> quoted;
            case Code.Plain(Part part) ->
                    part instanceof Part.Literal
                            || part instanceof Part.Placeholder
                            || part.quoted();
        };
    }

    private String text(Code.Piece piece, List<String> before, String word) {
        return switch (piece) {
            case Code.Captured(int temp, _) -> stripped(frame.temps().get(temp));
            case Code.Plain(Part part) -> text(part, before, word);
        };
    }

    private String text(Part part, List<String> before, String word) {
        return switch (part) {
            case Part.Literal literal -> literal.text();
            case Part.Variable variable -> variable(variable);
            case Part.Placeholder placeholder -> supply(placeholder.text(), before, word);
            case Part.Substitution substitution -> substitution.source();
        };
    }

    private String variable(Part.Variable variable) {
        if (variable.name().equals("?")) {
            return Integer.toString(world.table(OperatorTables.SHELL).get("shell").exit());
        }
        if (variable.name().equals("HOME")) {
            return "~";
        }
        Optional<Variable> row = world.table(OperatorTables.VARIABLES).find(variable.name());
        return row.map(Variable::value).filter(v -> !v.isEmpty()).orElse(variable.fallback());
    }

    private String supply(String placeholder, List<String> before, String word) {
        List<String> words = new ArrayList<>(before);
        words.add(word + placeholder);
        for (Supplier supplier : suppliers) {
            Optional<String> text = supplier.supply(placeholder, words, world);
            if (text.isPresent()) {
                return text.get();
            }
        }
        guessing = true;
        return placeholder;
    }

    /** Whether a placeholder stayed as it is, because nobody knows what to put there. */
    boolean isGuessing() {
        return guessing;
    }

    private static String stripped(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(0, end);
    }
}
