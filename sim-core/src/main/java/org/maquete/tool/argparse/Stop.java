package org.maquete.tool.argparse;

/**
 * Leaves a parse from any depth with its result, as CPython leaves it by SystemExit.
 *
 * <p>An exception for an operator's mistake breaks the rule that those are data; it never leaves
 * this package, and the alternative is a second result type threaded through every method below
 * {@link ArgumentParser}.
 */
final class Stop extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Who the message is about. */
    enum Blame {
        /** {@code argument --x: message}, with usage, exit code 2. */
        ARGUMENT,
        /** The message alone, with usage, exit code 2. */
        LINE,
        /** The message alone, exit code 1: ArgumentTypeError and the like out of an action. */
        ACTION,
        HELP,
        VERSION
    }

    private final Blame blame;

    private Stop(Blame blame, String message) {
        super(message, null, false, false);
        this.blame = blame;
    }

    static Stop of(Argument argument, String message) {
        return new Stop(Blame.ARGUMENT, "argument " + argument.name() + ": " + message);
    }

    static Stop line(String message) {
        return new Stop(Blame.LINE, message);
    }

    static Stop action(String message) {
        return new Stop(Blame.ACTION, message);
    }

    static Stop asked(Blame what) {
        return new Stop(what, "");
    }

    ParseResult result(Grammar grammar) {
        String message = String.valueOf(getMessage());
        return switch (blame) {
            case ARGUMENT, LINE ->
                    new ParseResult.Refused(
                            Usage.of(grammar), grammar.prog() + ": error: " + message, 2);
            case ACTION -> new ParseResult.Refused("", message, 1);
            case HELP -> new ParseResult.HelpAsked();
            case VERSION -> new ParseResult.VersionAsked();
        };
    }
}
