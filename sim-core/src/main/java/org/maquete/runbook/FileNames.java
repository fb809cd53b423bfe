package org.maquete.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.maquete.runbook.BlockReader.Item;
import org.maquete.runbook.BlockReader.Shown;
import org.maquete.runbook.BlockReader.Typed;
import org.maquete.runbook.Note.Kind;
import org.maquete.runbook.Statement.ShownFile;

/**
 * Gives every shown file its name.
 *
 * <p>Reports show the content of an option file and name it loosely: in the text above, or only in
 * the command that uses it afterwards, or a name far above belongs to an earlier file. In order:
 * the block's own title; the last name above, unless an earlier block has it; the file of the first
 * later command with {@code --config} that no block has yet and that deploys one of the keys; the
 * name above after all, if it is mentioned again since that earlier block or has a key in common
 * with it: then it is a change of that file. Otherwise a note says that it has no name.
 */
final class FileNames {
    private final List<Item> items;
    private final Reading reading;
    private final List<Use> uses = new ArrayList<>();
    private final TreeMap<String, Integer> firstMadeAt = new TreeMap<>();
    private final TreeMap<String, Shown> lastShown = new TreeMap<>();

    /**
     * A command that reads an option file.
     *
     * @param index of its item
     */
    private record Use(int index, String file, List<String> words) {}

    FileNames(List<Item> items, Reading reading) {
        this.items = items;
        this.reading = reading;
    }

    List<Statement> statements() {
        for (int index = 0; index < items.size(); index++) {
            findUses(index);
        }
        List<Statement> out = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            switch (items.get(index)) {
                case Typed typed -> out.add(typed.statement());
                case Shown shown -> addFile(out, shown, index);
            }
        }
        return out;
    }

    private void findUses(int index) {
        switch (items.get(index)) {
            case Typed typed -> new UseFinder(index).find(typed.statement());
            case Shown shown -> {
                String name = shown.ownName().isEmpty() ? shown.above().name() : shown.ownName();
                if (!name.isEmpty()) {
                    made(name, index);
                }
            }
        }
    }

    private void addFile(List<Statement> out, Shown shown, int index) {
        String name = name(shown, index);
        if (name.isEmpty()) {
            reading.note(shown.place(), Kind.SKIPPED_BLOCK, "YAML without a file name.");
        } else {
            lastShown.put(name, shown);
            out.add(new ShownFile(shown.place(), "file " + name, name, shown.content()));
        }
    }

    private String name(Shown shown, int index) {
        if (!shown.ownName().isEmpty()) {
            return shown.ownName();
        }
        String above = shown.above().name();
        return !above.isEmpty() && isFirst(index, above) ? above : used(shown, index);
    }

    /** Whether nothing before it makes a file of this name. */
    private boolean isFirst(int index, String name) {
        return firstMadeAt.getOrDefault(name, index) == index;
    }

    private String used(Shown shown, int index) {
        for (Use use : uses) {
            if (use.index() > index && uses(use, shown) && isUnmade(use)) {
                made(use.file(), index);
                return use.file();
            }
        }
        return changes(shown) ? shown.above().name() : "";
    }

    /** Whether it belongs to the earlier file of the name above. */
    private boolean changes(Shown shown) {
        Shown earlier = lastShown.getOrDefault(shown.above().name(), shown);
        return shown.above().place().compareTo(earlier.place()) > 0
                || shown.keys().stream().anyMatch(earlier.keys()::contains);
    }

    private static boolean uses(Use use, Shown shown) {
        for (String key : shown.keys()) {
            if (use.words().contains(key)) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing makes the file before this use of it. */
    private boolean isUnmade(Use use) {
        return firstMadeAt.getOrDefault(use.file(), Integer.MAX_VALUE) > use.index();
    }

    private void made(String file, int index) {
        firstMadeAt.merge(file, index, Math::min);
    }

    /** Looks into one statement for the files that it reads and makes. */
    private final class UseFinder {
        private final int index;

        UseFinder(int index) {
            this.index = index;
        }

        void find(Statement statement) {
            switch (statement) {
                case Statement.SimpleCommand command -> findInCommand(command);
                case Statement.Pipeline pipeline -> pipeline.commands().forEach(this::find);
                case Statement.AndOr both -> {
                    find(both.left());
                    find(both.right());
                }
                case Statement.ForLoop loop -> loop.body().forEach(this::find);
                case Statement.Group group -> group.body().forEach(this::find);
                case Statement.ShownFile _, Statement.Unsupported _ -> {}
            }
        }

        private void findInCommand(Statement.SimpleCommand command) {
            for (Redirect redirect : command.redirects()) {
                boolean writes =
                        redirect.kind() == Redirect.Kind.WRITE
                                || redirect.kind() == Redirect.Kind.APPEND;
                if (writes && redirect.target().isLiteral()) {
                    made(redirect.target().literal(), index);
                }
            }
            List<String> words = literals(command.words());
            for (int i = 0; i < words.size(); i++) {
                String file = optionFile(words, i);
                if (MarkdownReader.isYamlName(file)) {
                    uses.add(new Use(index, file, words));
                } else if (words.get(i).equals("tee") && i + 1 < words.size()) {
                    made(words.getLast(), index);
                }
            }
        }

        private List<String> literals(List<Word> words) {
            List<String> out = new ArrayList<>();
            for (Word word : words) {
                out.add(word.isLiteral() ? word.literal() : "");
            }
            return out;
        }

        private String optionFile(List<String> words, int at) {
            for (String option : List.of("--config", "--overlay")) {
                String word = words.get(at);
                if (word.equals(option)) {
                    return at + 1 < words.size() ? words.get(at + 1) : "";
                }
                if (word.startsWith(option) && word.startsWith("=", option.length())) {
                    return word.substring(option.length() + 1);
                }
            }
            return "";
        }
    }
}
