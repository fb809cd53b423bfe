package org.maquete.tool.cliff;

import java.util.List;
import org.maquete.tool.argparse.ArgumentParser;
import org.maquete.tool.argparse.Grammar;
import org.maquete.tool.argparse.Namespace;
import org.maquete.tool.argparse.ParseResult;

/** What the openstack client makes of a line before it authenticates. */
public sealed interface ClientLine {

    /**
     * A command was found; the client now authenticates, and only then parses the rest.
     *
     * @param global the global options
     * @param command the full name of the command, as {@code network create}
     * @param grammar its grammar, under the words that were typed for it
     * @param rest the words after the command
     * @param warning what standard error gets before anything of the command; mostly empty
     */
    record Found(
            Namespace global, String command, Grammar grammar, List<String> rest, String warning)
            implements ClientLine {

        public Found {
            rest = List.copyOf(rest);
        }

        /** Parses the words after the command. */
        public ParseResult parse() {
            return ArgumentParser.parse(grammar, rest);
        }
    }

    /** The client ends here: a global option is wrong, there is no such command, or --version. */
    record Ended(String stdout, String stderr, int exit) implements ClientLine {}

    /** {@code openstack --help} without a command; the text is not modelled (exit code 0). */
    record HelpAsked() implements ClientLine {}

    /** No command at all: the real client opens its own prompt, which is not modelled. */
    record PromptAsked(Namespace global) implements ClientLine {}
}
