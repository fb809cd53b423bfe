package org.maquete.operator;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * Where the person stands: one row, key {@code shell}.
 *
 * @param phase what is being waited for
 * @param ticket the command whose answer is awaited, or 0
 * @param attempt 0 for the first typing of a command, 1 for the second
 * @param firstNs when the command was typed the first time
 * @param typedNs when it was typed the last time
 * @param generation counts waits; what comes due for an earlier one is stale
 * @param exit the last exit status
 * @param directory the current folder; {@code ~} is the home folder
 */
record Shell(
        int id,
        Pace pace,
        Phase phase,
        long ticket,
        int attempt,
        long firstNs,
        long typedNs,
        long generation,
        int exit,
        String directory)
        implements Row {

    /** What the person waits for. */
    enum Phase {
        /** Nothing: the next operation follows at once. */
        RUNNING,
        /** The pause before a line. */
        PAUSE,
        /** The world to be settled before a tool that needs the workload. */
        SETTLED,
        /** The world to be settled before a failed command is typed again. */
        AGAIN,
        /** An answer. */
        ANSWER,
        /** The end of a {@code sleep}. */
        SLEEP,
        /** Nothing more: the script has ended. */
        ENDED
    }

    @Override
    public String key() {
        return "shell";
    }

    Shell withPhase(Phase next) {
        return new Shell(
                id, pace, next, ticket, attempt, firstNs, typedNs, generation, exit, directory);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("pace", pace.name()).text("phase", phase.name()).number("ticket", ticket);
        sink.number("attempt", attempt).number("firstNs", firstNs).number("typedNs", typedNs);
        sink.number("generation", generation).number("exit", exit).text("directory", directory);
    }
}
