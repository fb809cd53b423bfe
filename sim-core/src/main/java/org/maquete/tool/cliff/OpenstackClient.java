package org.maquete.tool.cliff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.tool.argparse.ArgumentParser;
import org.maquete.tool.argparse.Grammar;
import org.maquete.tool.argparse.Namespace;
import org.maquete.tool.argparse.ParseResult;
import org.maquete.tool.argparse.Value;

/**
 * The front of the openstack client: global options, command look-up, the command's grammar.
 *
 * <p>The global parser reads the whole line first, also what stands after the command: that is why
 * {@code openstack server list --v} is ambiguous before any command is looked up.
 */
public final class OpenstackClient {

    // 6.0.0: python-openstackclient of Debian 12
    private static final String VERSION = "6.0.0";

    private final OpenstackGrammar grammar;

    public OpenstackClient(OpenstackGrammar grammar) {
        this.grammar = grammar;
    }

    /** Reads the words after {@code openstack}. */
    public ClientLine read(List<String> words) {
        return switch (ArgumentParser.parseKnown(grammar.global(), words)) {
            case ParseResult.Parsed(Namespace global, List<String> rest) -> after(global, rest);
            case ParseResult.Refused refused ->
                    new ClientLine.Ended("", refused.stderr(), refused.exit());
            case ParseResult.VersionAsked() ->
                    new ClientLine.Ended("openstack " + VERSION + "\n", "", 0);
            case ParseResult.HelpAsked() -> new ClientLine.HelpAsked();
        };
    }

    private ClientLine after(Namespace global, List<String> rest) {
        boolean help = global.flag("deferred_help");
        if (rest.isEmpty()) {
            return help ? new ClientLine.HelpAsked() : new ClientLine.PromptAsked(global);
        }
        List<String> words = new ArrayList<>(rest);
        Namespace options = global;
        if (help) {
            words.addFirst("help");
            options = global.with("deferred_help", Value.flag(false));
        }
        CommandNames names = new CommandNames(grammar.commands());
        Optional<CommandNames.Found> found = names.find(words);
        return found.isPresent() ? found(options, found.get()) : unknown(words, names);
    }

    private ClientLine found(Namespace global, CommandNames.Found found) {
        Grammar known =
                grammar.command(found.name())
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "expected a block of command " + found.name()));
        return new ClientLine.Found(
                global,
                found.name(),
                known.called("openstack " + found.typed()),
                found.rest(),
                grammar.warning(found.name()));
    }

    private static ClientLine unknown(List<String> words, CommandNames names) {
        StringBuilder out =
                new StringBuilder("openstack: '")
                        .append(String.join(" ", words))
                        .append("' is not an openstack command. See 'openstack --help'.\n")
                        .append("Did you mean one of these?\n");
        names.similar(words.getFirst()).forEach(name -> out.append("  ").append(name).append('\n'));
        return new ClientLine.Ended(out.toString(), "", 2);
    }
}
