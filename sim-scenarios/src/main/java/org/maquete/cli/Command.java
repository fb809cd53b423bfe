package org.maquete.cli;

import java.util.List;

/** A word behind {@code ./maquete}. */
interface Command {

    /** The word. */
    String name();

    /** What stands behind it beside options: {@code [FILE...]}, or empty. */
    String operands();

    /** One line for the list of commands. */
    String summary();

    /** Its options. */
    List<Option> options();

    /**
     * Does it.
     *
     * @param problems what is wrong with the input so far; a command adds what it finds, and does
     *     nothing else once there are some
     */
    ExitCode run(Arguments arguments, Problems problems, Screen screen);
}
