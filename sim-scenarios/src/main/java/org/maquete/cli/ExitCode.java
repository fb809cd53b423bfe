package org.maquete.cli;

/** How a command ends; the README has the table. */
enum ExitCode {
    /** Nothing of severity error. */
    CLEAN(0),
    /** Findings of severity error, or a refused line. */
    FOUND(1),
    /** The input cannot be read. */
    UNREADABLE(2),
    /** A bug of ours. */
    BUG(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
