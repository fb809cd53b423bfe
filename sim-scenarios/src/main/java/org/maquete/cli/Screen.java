package org.maquete.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command prints to.
 *
 * @param out results
 * @param err problems and progress
 * @param terminal whether a person watches {@code err}
 */
record Screen(PrintStream out, PrintStream err, boolean terminal) {

    private static final int BUFFER_BYTES = 1 << 16;

    /** The process's own; the launcher knows whether standard error is a terminal. */
    static Screen ofProcess() {
        return new Screen(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Boolean.getBoolean("maquete.terminal"));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        FileOutputStream file = new FileOutputStream(descriptor);
        BufferedOutputStream buffer = new BufferedOutputStream(file, BUFFER_BYTES);
        return new PrintStream(buffer, false, StandardCharsets.UTF_8);
    }

    /** A line for the person, on standard error. */
    void say(String line) {
        err.print(line + "\n");
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
