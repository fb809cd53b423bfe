package org.maquete.operator;

import java.util.Optional;
import org.maquete.tool.Invocation;
import org.maquete.world.Derived;
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
 * @param asked the command whose answer is awaited, as its program has read it; follows from the
 *     line and is not encoded
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
        String directory,
        @Derived Optional<Invocation> asked)
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

    /** Before the first line of a script. */
    static Shell fresh(Pace pace) {
        return new Shell(0, pace, Phase.RUNNING, 0, 0, 0, 0, 0, 0, "~", Optional.empty());
    }

    /** Before the first line of another script. */
    Shell restarted(Pace next) {
        return new Shell(
                id,
                next,
                Phase.RUNNING,
                0,
                0,
                0,
                0,
                generation + 1,
                exit,
                directory,
                Optional.empty());
    }

    /** The operation is done. */
    Shell moved(int status) {
        return new Shell(
                id,
                pace,
                Phase.RUNNING,
                0,
                0,
                0,
                typedNs,
                generation,
                status,
                directory,
                Optional.empty());
    }

    Shell waiting(Acts.Waited fact, long timeNs) {
        return new Shell(
                id,
                pace,
                fact.phase(),
                fact.ticket(),
                fact.attempt(),
                fact.firstNs(),
                timeNs,
                generation + 1,
                exit,
                directory,
                fact.asked());
    }

    Shell in(String other) {
        return new Shell(
                id, pace, phase, ticket, attempt, firstNs, typedNs, generation, exit, other, asked);
    }

    Shell ended() {
        return new Shell(
                id,
                pace,
                Phase.ENDED,
                ticket,
                attempt,
                firstNs,
                typedNs,
                generation,
                exit,
                directory,
                asked);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("pace", pace.name()).text("phase", phase.name()).number("ticket", ticket);
        sink.number("attempt", attempt).number("firstNs", firstNs).number("typedNs", typedNs);
        sink.number("generation", generation).number("exit", exit).text("directory", directory);
    }
}
