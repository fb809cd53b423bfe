package org.maquete.tool.argparse;

import java.util.List;

/** What a parser makes of a command line. */
public sealed interface ParseResult {

    /**
     * The line fits.
     *
     * @param values the namespace
     * @param extras what parse_known_args could not place, in order; empty after a full parse
     */
    record Parsed(Namespace values, List<String> extras) implements ParseResult {

        public Parsed {
            extras = List.copyOf(extras);
        }
    }

    /**
     * The line does not fit.
     *
     * @param usage the usage block with its last newline; empty when none is printed
     * @param message the last line, without newline
     * @param exit the exit code: 2 from argparse, 1 where an action of the client itself refuses
     */
    record Refused(String usage, String message, int exit) implements ParseResult {

        /** All that goes to standard error. */
        public String stderr() {
            return usage + message + "\n";
        }
    }

    /** Help was asked for and is printed instead (exit code 0). */
    record HelpAsked() implements ParseResult {}

    /** The version was asked for and is printed instead (exit code 0). */
    record VersionAsked() implements ParseResult {}
}
