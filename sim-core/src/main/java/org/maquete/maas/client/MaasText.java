package org.maquete.maas.client;

import java.util.ArrayList;
import java.util.List;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.tool.Parsed;
import org.maquete.tool.Rejected;
import org.maquete.world.World;

/** The client's own help and complaints. */
final class MaasText {

    private static final int USAGE = 2; // <exit status>: MAAS 3.5, maascli/parser.py
    private static final int HELP_MAX = 24; // <columns>: CPython, argparse, max_help_position
    private static final int HELP_TO = 78; // <columns>: a terminal of 80, less 2
    private static final int INDENTS = 4; // <columns>: CPython, argparse, two indents

    // MAAS 3.5, maascli/cli.py and maascli/snap.py, in the order of the snap
    private static final String[][] COMMANDS = {
        {"login", "Log in to a remote API, and remember its description and credentials."},
        {"logout", "Log out of a remote API, purging any stored credentials."},
        {"list", "List remote APIs that have been logged-in to."},
        {"refresh", "Refresh the API descriptions of all profiles."},
        {"init", "Initialise MAAS in the specified run mode."},
        {"config", "View or change controller configuration."},
        {"status", "Status of controller services."},
        {"migrate", "Perform migrations on connected database."},
        {
            "apikey",
            "Used to manage a user's API keys. Shows existing keys unless --generate or --delete"
                    + " is passed."
        },
        {"configauth", "Configure external authentication."},
        {"config-tls", "Configure MAAS Region TLS."},
        {"config-vault", "Configure MAAS Region Vault integration."},
        {"createadmin", "Create a MAAS administrator account."},
        {"changepassword", "Change a MAAS user's password."}
    };

    private MaasText() {}

    /** The commands of the client itself. */
    static List<String> commands() {
        List<String> names = new ArrayList<>();
        for (String[] command : COMMANDS) {
            names.add(command[0]);
        }
        return names;
    }

    /** A help, an empty line and what is wrong, as the client's parser prints it. */
    static Answer complaint(String help, String message) {
        return Answer.failed(USAGE, help + "\n\n" + message + "\n");
    }

    static Parsed usage(String help, String message) {
        return wrong(help, message, Ref.NONE);
    }

    static Parsed wrong(String help, String message, Ref missed) {
        Refusal refusal = Refusal.of("usage", message).missing(missed);
        return new Parsed.Wrong(new Rejected(refusal, complaint(help, message)));
    }

    /** What {@code maas --help} prints. */
    static String help(World world) {
        int longest = commands().stream().mapToInt(String::length).max().orElseThrow();
        for (Profile profile : ProfileTables.all(world)) {
            longest = Math.max(longest, profile.name().length());
        }
        int from = Math.min(HELP_MAX, longest + INDENTS);
        StringBuilder text = new StringBuilder("usage: maas [-h] COMMAND ...\n\noptions:\n");
        line(text, "  -h, --help", "show this help message and exit", from);
        text.append("\ndrill down:\n  COMMAND\n");
        for (String[] command : COMMANDS) {
            line(text, "    " + command[0], command[1], from);
        }
        for (Profile profile : ProfileTables.all(world)) {
            line(text, "    " + profile.name(), "Interact with " + profile.url(), from);
        }
        return text.append("\nhttps://maas.io/").toString();
    }

    private static void line(StringBuilder text, String name, String help, int from) {
        StringBuilder line = new StringBuilder(name);
        if (line.length() > from - 2) {
            text.append(line).append('\n');
            line.setLength(0);
        }
        for (String part : fill(help, HELP_TO - from)) {
            line.append(" ".repeat(from - line.length())).append(part);
            text.append(line).append('\n');
            line.setLength(0);
        }
    }

    /** The lines of a text, broken at blanks, as Python's textwrap does. */
    static List<String> fill(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** A word that is no command and no profile. */
    static Parsed unknown(String word, World world) {
        List<String> choices = commands();
        ProfileTables.all(world).forEach(profile -> choices.add(profile.name()));
        return wrong(
                help(world),
                "argument COMMAND: invalid choice: '"
                        + word
                        + "' (choose from '"
                        + String.join("', '", choices)
                        + "')",
                new Ref("maas-profile", word));
    }
}
