package org.maquete.guest;

/**
 * What a command in a guest printed and how it ended.
 *
 * @param tookNs how long it took
 * @param notModelled what of it is not modelled, or empty
 */
record Result(String stdout, String stderr, int exit, long tookNs, String notModelled) {

    static final Result SILENT = new Result("", "", 0, 0, "");

    static Result of(String stdout) {
        return new Result(stdout, "", 0, 0, "");
    }

    static Result failed(int exit, String stderr) {
        return new Result("", stderr + "\n", exit, 0, "");
    }

    static Result notModelled(String feature) {
        return new Result("", "", 0, 0, feature);
    }

    Result took(long ns) {
        return new Result(stdout, stderr, exit, tookNs + ns, notModelled);
    }

    boolean ok() {
        return exit == 0;
    }
}
