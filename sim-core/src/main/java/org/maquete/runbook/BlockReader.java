package org.maquete.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Place;
import org.maquete.runbook.Block.Line;
import org.maquete.runbook.Block.Mention;
import org.maquete.runbook.Note.Kind;

/** Says of each fenced block what it is and reads it: commands, a session, a file, or nothing. */
final class BlockReader {
    private final Reading reading;

    BlockReader(Reading reading) {
        this.reading = reading;
    }

    /** What a block contributes to the plan, in order. */
    sealed interface Item {}

    /** Something typed. */
    record Typed(Statement statement) implements Item {}

    /**
     * A file that the document shows, before it has its name.
     *
     * @param keys of its outermost mapping; empty when it is a list or not well-formed
     * @param ownName the name that the block itself gives, "" for none
     * @param above the last name in the text above
     */
    record Shown(Place place, String content, List<String> keys, String ownName, Mention above)
            implements Item {}

    List<Item> read(Block block) {
        String language = block.language();
        return switch (language) {
            case "bash", "sh", "shell", "zsh" -> commands(block, false, false);
            case "console", "terminal", "shell-session", "shellsession", "sh-session", "termynal" ->
                    commands(block, true, true);
            case "" -> commands(block, false, true);
            case "yaml", "yml" -> List.of(shown(block, OptionFile.keys(block.lines())));
            default -> skip(block, "A " + language + " block");
        };
    }

    private List<Item> commands(Block block, boolean terminal, boolean doubtful) {
        Optional<List<String>> keys = OptionFile.keys(block.lines());
        if (keys.isPresent()) {
            return List.of(shown(block, keys));
        }
        if (Prompts.hasPrompt(block.lines(), terminal)) {
            return session(block);
        }
        if (doubtful && !CommandLook.allCommands(block.lines())) {
            return skip(block, "A block that does not look like commands");
        }
        return typed(block.place().file(), block.lines());
    }

    private List<Item> session(Block block) {
        Prompts.Session session = Prompts.divide(block.lines());
        int lineCount = 0;
        for (Line line : session.shown()) {
            lineCount += line.text().isBlank() ? 0 : 1;
        }
        if (lineCount > 0) {
            reading.note(
                    session.shown().getFirst().place(),
                    Kind.SKIPPED_OUTPUT,
                    "Not typed but shown, without a prompt (lines: " + lineCount + ").");
        }
        return typed(block.place().file(), session.typed());
    }

    List<Item> typed(String file, List<Line> lines) {
        Excerpt excerpt = Block.excerpt(file, lines);
        List<Item> items = new ArrayList<>();
        for (Statement statement : new ShellReader(new Cursor(excerpt, reading)).script()) {
            items.add(new Typed(statement));
        }
        return items;
    }

    private List<Item> skip(Block block, String what) {
        if (!block.lines().isEmpty()) {
            String size = " is not read (lines: " + block.lines().size() + ").";
            reading.note(block.place(), Kind.SKIPPED_BLOCK, what + size);
        }
        return List.of();
    }

    private Item shown(Block block, Optional<List<String>> keys) {
        Place place = block.lines().isEmpty() ? block.place() : block.lines().getFirst().place();
        reading.countStatement(place);
        String content = Block.content(block.lines());
        String ownName = ownName(block);
        return new Shown(place, content, keys.orElse(List.of()), ownName, block.above());
    }

    /** {@code title="ncc.yaml"} behind the fence, or {@code # ncc.yaml} as the first line. */
    private static String ownName(Block block) {
        int title = block.info().indexOf("title=\"");
        if (title >= 0) {
            int start = title + "title=\"".length();
            int end = block.info().indexOf('"', start);
            String name = end < 0 ? "" : block.info().substring(start, end);
            return MarkdownReader.isYamlName(name) ? name : "";
        }
        String first = block.lines().isEmpty() ? "" : block.lines().getFirst().text();
        String comment = first.startsWith("#") ? first.substring(1).strip() : "";
        return MarkdownReader.isYamlName(comment) && comment.indexOf(' ') < 0 ? comment : "";
    }
}
