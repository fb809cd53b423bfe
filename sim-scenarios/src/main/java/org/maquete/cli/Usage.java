package org.maquete.cli;

import java.util.List;

/** What {@code help} prints. */
final class Usage {

    private static final int LEFT_COLUMNS = 24; // <columns>: the widest common option

    private Usage() {}

    /** The list of commands. */
    static String all(List<Command> commands) {
        StringBuilder out = new StringBuilder("Usage: ./maquete COMMAND [OPTION...]\n\n");
        for (Command command : commands) {
            out.append(row(command.name(), command.summary()));
        }
        out.append(row("gui", "open the window; builds it the first time"));
        out.append(row("help", "print this, or the options of a command: help check"));
        out.append("\nExit codes: 0 clean, 1 errors found, 2 unreadable input, 3 a bug of ours.\n");
        return out.toString();
    }

    /** One command with its options. */
    static String of(Command command) {
        String operands = command.operands().isEmpty() ? "" : " " + command.operands();
        StringBuilder out = new StringBuilder("Usage: ./maquete ");
        out.append(command.name())
                .append(operands)
                .append(command.options().isEmpty() ? "" : " [OPTION...]");
        out.append("\n\n").append(command.summary()).append("\n\n");
        for (Option option : command.options()) {
            out.append(
                    row(
                            option.shown(),
                            option.help() + (option.repeated() ? " (may be repeated)" : "")));
        }
        return out.toString();
    }

    /** One row; a left side that is too wide has a line of its own. */
    private static String row(String left, String right) {
        String start = "  " + left + " ".repeat(Math.max(0, LEFT_COLUMNS - left.length()));
        String between = left.length() > LEFT_COLUMNS ? "\n" + " ".repeat(LEFT_COLUMNS + 2) : "";
        return start + between + " " + right + "\n";
    }
}
