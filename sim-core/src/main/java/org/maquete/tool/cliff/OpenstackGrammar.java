package org.maquete.tool.cliff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maquete.tool.argparse.Argument;
import org.maquete.tool.argparse.Grammar;
import org.maquete.tool.argparse.GrammarLine;

/**
 * The grammar of every command of the openstack client, read command by command from one text.
 *
 * <p>The text (140 KB, 617 commands) is sorted in sections: the names of the commands, the lines
 * that ten commands or more share, the global options, then a block per command. Only the names are
 * split at once; a command's block is found by a binary search, for the blocks are sorted by name,
 * and its lines are read when it is first asked for, so that a cold start pays for the commands it
 * uses. Safe for several threads; what it returns is immutable.
 */
public final class OpenstackGrammar {

    private static final String RESOURCE = "/org/maquete/tool/openstack-client.txt";

    private static final String HEAD = "\ncommand ";

    private final Supplier<String> source;
    private final Map<String, Command> commandsRead = new TreeMap<>();
    private @Nullable Text opened;
    private @Nullable Grammar globalRead;

    /** A command's grammar, and what the client prints whenever it builds its parser. */
    private record Command(Grammar grammar, String warning) {}

    /** The whole text, and what is split of it at once. */
    private record Text(String all, int firstBlock, List<String> names, List<String> shared) {

        static Text of(String all) {
            return new Text(
                    all,
                    all.indexOf(HEAD, all.indexOf("\nglobal\n")),
                    section(all, "\ncommands\n", "\nshared\n"),
                    section(all, "\nshared\n", "\nglobal\n"));
        }
    }

    private OpenstackGrammar(Supplier<String> source) {
        this.source = source;
    }

    /** The grammar of python-openstackclient 6.0.0, which is part of this program. */
    public static OpenstackGrammar bundled() {
        return new OpenstackGrammar(OpenstackGrammar::resource);
    }

    private static String resource() {
        try (InputStream in = OpenstackGrammar.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("expected resource " + RESOURCE + ", found none");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A grammar in the same form from elsewhere. */
    public static OpenstackGrammar of(String text) {
        return new OpenstackGrammar(() -> text);
    }

    private synchronized Text text() {
        Text known = opened;
        if (known == null) {
            known = Text.of(source.get());
            opened = known;
        }
        return known;
    }

    /** The commands, as {@code network create}, sorted. */
    public List<String> commands() {
        return text().names();
    }

    /** The options before the command. */
    public synchronized Grammar global() {
        Grammar known = globalRead;
        if (known == null) {
            known = grammar("openstack", section(text().all(), "\nglobal\n", HEAD));
            globalRead = known;
        }
        return known;
    }

    /** The grammar of one command; empty when there is no such command. */
    public Optional<Grammar> command(String name) {
        return read(name).map(Command::grammar);
    }

    /** What the client prints on standard error whenever it builds the command's parser. */
    public String warning(String name) {
        return read(name).map(Command::warning).orElse("");
    }

    private synchronized Optional<Command> read(String name) {
        Command known = commandsRead.get(name);
        if (known == null) {
            int at = block(name);
            if (at < 0) {
                return Optional.empty();
            }
            known = readBlock(name, at);
            commandsRead.put(name, known);
        }
        return Optional.of(known);
    }

    private Command readBlock(String name, int start) {
        List<String> lines = new ArrayList<>();
        StringBuilder warning = new StringBuilder();
        String text = text().all();
        int at = start;
        while (!text.startsWith(HEAD, at - 1) && !text.startsWith("end\n", at)) {
            int end = text.indexOf('\n', at);
            if (text.charAt(at) == '!') {
                warning.append(text, at + 1, end + 1);
            } else {
                lines.add(text.substring(at, end));
            }
            at = end + 1;
        }
        return new Command(grammar("openstack " + name, lines), warning.toString());
    }

    /** Where the lines of a command begin; -1 when there is none of this name. */
    private int block(String name) {
        String text = text().all();
        int low = text().firstBlock();
        int high = text.length();
        while (low < high) {
            int head = text.lastIndexOf(HEAD, (low + high) >>> 1);
            int start = head + HEAD.length();
            int end = text.indexOf('\n', start);
            int order = text.substring(start, end).compareTo(name);
            if (order == 0) {
                return end + 1;
            }
            if (order > 0) {
                high = head;
            } else {
                int next = text.indexOf(HEAD, end);
                low = next < 0 ? high : next;
            }
        }
        return -1;
    }

    private static List<String> section(String text, String head, String end) {
        int start = text.indexOf(head);
        int stop = start < 0 ? -1 : text.indexOf(end, start + head.length() - 1);
        if (stop < 0) {
            throw new IllegalArgumentException(
                    "expected a section from " + head.strip() + " to " + end.strip());
        }
        return List.of(text.substring(start + head.length(), stop).split("\n", -1));
    }

    private Grammar grammar(String prog, List<String> lines) {
        List<Argument> arguments = new ArrayList<>();
        TreeMap<Integer, Boolean> groups = new TreeMap<>();
        for (String line : lines) {
            String whole =
                    line.startsWith("@")
                            ? text().shared().get(Integer.parseInt(line.substring(1)))
                            : line;
            GrammarLine read = GrammarLine.read(whole);
            arguments.add(read.argument());
            groups.put(read.argument().presence().group(), read.groupRequired());
        }
        groups.remove(0);
        return new Grammar(prog, arguments, List.copyOf(groups.values()));
    }
}
