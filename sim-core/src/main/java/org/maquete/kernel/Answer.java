package org.maquete.kernel;

import org.maquete.world.Sink;

/**
 * What a tool printed and how it ended.
 *
 * @param stdout what it wrote to standard output, newline-terminated when not empty
 * @param stderr what it wrote to standard error, newline-terminated when not empty
 * @param exit its exit status, 0 for success
 */
public record Answer(String stdout, String stderr, int exit) {

    /** Success without a word. */
    public static final Answer SILENT = new Answer("", "", 0);

    /** Success with this on standard output; a missing newline is added. */
    public static Answer of(String stdout) {
        return new Answer(line(stdout), "", 0);
    }

    /** Success with this on standard error, as tools do that keep standard output for data. */
    public static Answer told(String stderr) {
        return new Answer("", line(stderr), 0);
    }

    /** Failure with this on standard error. */
    public static Answer failed(int exit, String stderr) {
        return new Answer("", line(stderr), exit);
    }

    /** Whether the exit status is 0. */
    public boolean ok() {
        return exit == 0;
    }

    /** Both outputs, standard output first, without the last newline. */
    public String text() {
        String all = stdout + stderr;
        return all.endsWith("\n") ? all.substring(0, all.length() - 1) : all;
    }

    /** Writes every component, in order. */
    public void encode(Sink sink) {
        sink.text("stdout", stdout).text("stderr", stderr).number("exit", exit);
    }

    private static String line(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }
}
