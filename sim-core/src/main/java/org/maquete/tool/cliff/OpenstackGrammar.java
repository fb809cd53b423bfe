package org.maquete.tool.cliff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maquete.tool.argparse.Argument;
import org.maquete.tool.argparse.Grammar;
import org.maquete.tool.argparse.GrammarLine;

/**
 * The grammar of every command of the openstack client, read command by command from one text.
 *
 * <p>The text (140 KB, 617 commands) is sorted in sections: the names of the commands, the lines
 * that ten commands or more share, the global options, then a block per command. Only the names are
 * split at once; a command's block is found by a text search and its lines are read when it is
 * asked for, so that a cold start pays for the commands it uses. Nothing is kept: the object is
 * immutable.
 */
public final class OpenstackGrammar {

    private static final String RESOURCE = "/org/maquete/tool/openstack-client.txt";

    private final String text;
    private final List<String> names;
    private final List<String> shared;

    private OpenstackGrammar(String text) {
        this.text = text;
        this.names = section("\ncommands\n", "\nshared\n");
        this.shared = section("\nshared\n", "\nglobal\n");
    }

    /** The grammar of python-openstackclient 6.0.0, which is part of this program. */
    public static OpenstackGrammar bundled() {
        try (InputStream in = OpenstackGrammar.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("expected resource " + RESOURCE + ", found none");
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A grammar in the same form from elsewhere. */
    public static OpenstackGrammar of(String text) {
        return new OpenstackGrammar(text);
    }

    /** The commands, as {@code network create}, sorted. */
    public List<String> commands() {
        return names;
    }

    /** The options before the command. */
    public Grammar global() {
        return grammar("openstack", section("\nglobal\n", "\ncommand "));
    }

    /** The grammar of one command; empty when there is no such command. */
    public Optional<Grammar> command(String name) {
        String head = "\ncommand " + name + "\n";
        return text.contains(head)
                ? Optional.of(
                        grammar(
                                "openstack " + name,
                                block(head).filter(line -> !line.startsWith("!")).toList()))
                : Optional.empty();
    }

    /** What the client prints on standard error whenever it builds the command's parser. */
    public String warning(String name) {
        return block("\ncommand " + name + "\n")
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1) + "\n")
                .collect(Collectors.joining());
    }

    private List<String> section(String head, String end) {
        int start = text.indexOf(head);
        int stop = start < 0 ? -1 : text.indexOf(end, start + head.length() - 1);
        if (stop < 0) {
            throw new IllegalArgumentException(
                    "expected a section from " + head.strip() + " to " + end.strip());
        }
        return List.of(text.substring(start + head.length(), stop).split("\n", -1));
    }

    private Stream<String> block(String head) {
        int at = text.indexOf(head) + head.length();
        List<String> lines = new ArrayList<>();
        while (!text.startsWith("command ", at) && !text.startsWith("end\n", at)) {
            int end = text.indexOf('\n', at);
            lines.add(text.substring(at, end));
            at = end + 1;
        }
        return lines.stream();
    }

    private Grammar grammar(String prog, List<String> lines) {
        List<Argument> arguments = new ArrayList<>();
        TreeMap<Integer, Boolean> groups = new TreeMap<>();
        for (String line : lines) {
            String whole =
                    line.startsWith("@") ? shared.get(Integer.parseInt(line.substring(1))) : line;
            GrammarLine read = GrammarLine.read(whole);
            arguments.add(read.argument());
            groups.put(read.argument().presence().group(), read.groupRequired());
        }
        groups.remove(0);
        return new Grammar(prog, arguments, List.copyOf(groups.values()));
    }
}
