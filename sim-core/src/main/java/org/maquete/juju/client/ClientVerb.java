package org.maquete.juju.client;

import java.util.List;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Refusal;
import org.maquete.tool.Parsed;
import org.maquete.tool.Rejected;
import org.maquete.tool.Verb;
import org.maquete.tool.gnuflag.Flag;
import org.maquete.tool.gnuflag.FlagResult;
import org.maquete.tool.gnuflag.GnuFlags;

/**
 * One juju command: its flags, and what it makes of the other words.
 *
 * @param name the command's name: {@code deploy}
 * @param creates the kind of thing it makes, or empty
 * @param own its flags without those of all commands
 */
record ClientVerb(String name, String creates, GnuFlags flags, List<Flag> own, Grammar grammar)
        implements Verb {

    // the options of every command: juju/cmd, logging.go, Log.AddFlags
    private static final Flag[] GLOBAL = {
        Flag.bool("debug"),
        Flag.bool("verbose", "v"),
        Flag.bool("quiet", "q"),
        Flag.bool("show-log"),
        Flag.text("logging-config"),
        Flag.text("log-file"),
        Flag.bool("no-browser-login", "B")
    };

    private static final String PREFIX = "ERROR ";

    /** What a command makes of its words. */
    @FunctionalInterface
    interface Grammar {
        Parsed read(FlagResult.Parsed line);
    }

    ClientVerb {
        flags = flags.and(GLOBAL);
        own = List.copyOf(own);
    }

    /** A command that works on a model: it has {@code -m}. */
    static ClientVerb inModel(String name, String creates, Grammar grammar, Flag... flags) {
        GnuFlags all = GnuFlags.of(flags).and(Flag.text("model", "m"));
        return new ClientVerb(name, creates, all, List.of(flags), grammar);
    }

    /** A command of the client or of a controller: it has {@code -c}. */
    static ClientVerb outside(String name, String creates, Grammar grammar, Flag... flags) {
        GnuFlags all = GnuFlags.of(flags).and(Flag.text("controller", "c"));
        return new ClientVerb(name, creates, all, List.of(flags), grammar);
    }

    @Override
    public String path() {
        return "juju " + name;
    }

    @Override
    public Parsed parse(List<String> arguments) {
        return switch (flags.parse(arguments)) {
            case FlagResult.Parsed line -> grammar.read(line);
            case FlagResult.Refused(String stderr, int exit) -> wrong(stderr, exit);
            case FlagResult.HelpAsked() -> new Parsed.NotModelled("the help of juju " + name);
        };
    }

    private static Parsed wrong(String stderr, int exit) {
        String line = stderr.strip();
        String message = line.startsWith(PREFIX) ? line.substring(PREFIX.length()) : line;
        return new Parsed.Wrong(
                new Rejected(Refusal.of("usage", message), Answer.failed(exit, stderr)));
    }
}
