package org.maquete.juju.client;

import java.util.Locale;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.tool.Parsed;
import org.maquete.tool.Rejected;

/** How the juju client prints what went wrong: github.com/juju/cmd, cmd.go and modelcmd. */
final class ClientText {

    // 1 for an error of the command, 2 for wrong words: juju/cmd, cmd.go, Main and
    // handleCommandError
    private static final int ERROR_EXIT = 1;
    private static final int USAGE_EXIT = 2;

    /** cmd/modelcmd/controller.go, ErrNoControllersDefined; it ends in a newline. */
    static final String NO_CONTROLLERS =
            """
            No controllers registered.

            Please either create a new controller using "juju bootstrap" or connect to
            another controller that you have been given access to using "juju register".
            """;

    /** cmd/modelcmd/controller.go, ErrNoCurrentController. */
    static final String NO_CONTROLLER =
            "No selected controller.\n\nPlease use \"juju switch\" to select a controller.\n";

    /** cmd/modelcmd/modelcommand.go, ErrNoModelSpecified. */
    static final String NO_MODEL =
            """
            No model in focus.

            Please use "juju models" to see models available to you.
            You can set current model by running "juju switch"
            or specify any other model on the command line using the "-m" option.
            """;

    private ClientText() {}

    /** An error of the command itself. */
    static Rejected error(String message, Ref missed) {
        return new Rejected(new Refusal("", "", message, missed), failed(message));
    }

    /** Words that the command does not take. */
    static Parsed usage(String message) {
        return new Parsed.Wrong(
                new Rejected(
                        Refusal.of("usage", message),
                        Answer.failed(USAGE_EXIT, "ERROR " + message + "\n")));
    }

    /** What {@code ERROR} and this message look like; a message that ends a line ends it twice. */
    static Answer failed(String message) {
        return Answer.failed(ERROR_EXIT, "ERROR " + message + "\n");
    }

    /** The message with the code of the API behind it, as an error of a whole call has. */
    static Answer failedCall(Refusal refusal) {
        boolean hasCode = !refusal.code().isEmpty() && !refusal.code().equals("not valid");
        return failed(refusal.message() + (hasCode ? " (" + refusal.code() + ")" : ""));
    }

    static String quote(String text) {
        return "\"" + text + "\"";
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
