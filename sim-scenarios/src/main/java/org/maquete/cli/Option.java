package org.maquete.cli;

/**
 * An option of a command.
 *
 * @param name with its dashes
 * @param value what stands behind it, for the help; empty for a flag
 * @param repeated whether it may be given several times
 * @param help one line
 */
record Option(String name, String value, boolean repeated, String help) {

    static Option flag(String name, String help) {
        return new Option(name, "", false, help);
    }

    static Option value(String name, String value, String help) {
        return new Option(name, value, false, help);
    }

    static Option values(String name, String value, String help) {
        return new Option(name, value, true, help);
    }

    boolean isFlag() {
        return value.isEmpty();
    }

    /** As shown in a help text. */
    String shown() {
        return isFlag() ? name : name + " " + value;
    }
}
