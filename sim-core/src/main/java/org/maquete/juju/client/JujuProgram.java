package org.maquete.juju.client;

import java.util.List;
import java.util.Optional;
import org.maquete.finding.Nearest;
import org.maquete.kernel.Answer;
import org.maquete.tool.Parsed;
import org.maquete.tool.Program;
import org.maquete.tool.Reading;
import org.maquete.tool.Verbs;

/** The program {@code juju}: cmd/juju/commands/main.go of juju 3.6. */
final class JujuProgram implements Program {

    // the version of the model's agents and client
    static final String VERSION = "3.6.26";

    private static final List<String> NEEDS_WORKLOAD = List.of("run", "ssh", "scp", "exec");

    @Override
    public String name() {
        return "juju";
    }

    @Override
    public boolean needsWorkload(List<String> words) {
        return words.size() > 1 && NEEDS_WORKLOAD.contains(words.get(1));
    }

    @Override
    public Reading read(List<String> words, Verbs verbs) {
        return Reading.of(parsed(words, verbs));
    }

    private static Parsed parsed(List<String> words, Verbs verbs) {
        if (words.size() < 2) {
            return new Parsed.NotModelled("the help of juju");
        }
        String command = words.get(1);
        if (command.equals("--version")) {
            return new Parsed.Printed(Answer.of(versionText()));
        }
        if (command.equals("help") || command.equals("--help") || command.equals("-h")) {
            return new Parsed.NotModelled("the help of juju");
        }
        Optional<Verbs.Match> match = verbs.longest(words);
        if (match.isPresent()) {
            return match.get().verb().parse(match.get().arguments());
        }
        return CommandNames.ALL.contains(command)
                ? new Parsed.NotModelled("juju " + command)
                : unknown(command);
    }

    /** What {@code juju version} prints. */
    static String versionText() {
        return VERSION + "-ubuntu-amd64";
    }

    /** The nearest of all commands is offered: juju/cmd, supercommand.go, FindClosestSubCommand. */
    private static Parsed unknown(String command) {
        String message =
                "juju: "
                        + ClientText.quote(command)
                        + " is not a juju command. See \"juju --help\".";
        String offer =
                Nearest.of(command, CommandNames.ALL, Integer.MAX_VALUE - 1)
                        .filter(name -> Nearest.distance(command, name) <= name.length())
                        .map(name -> "\n\nDid you mean:\n\t" + name)
                        .orElse("");
        return ClientText.usage(message + offer);
    }
}
