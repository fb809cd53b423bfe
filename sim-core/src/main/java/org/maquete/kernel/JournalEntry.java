package org.maquete.kernel;

import org.maquete.world.TextSink;

/**
 * One thing that happened in a run.
 *
 * @param number counts commands, events, facts and answers of the run from 1
 * @param cause the number of what led to it; 0 for a root
 * @param timeNs the simulated time
 * @param what the record itself
 */
public record JournalEntry(long number, long cause, long timeNs, What what) {

    /** What happened, by kind. */
    public sealed interface What {}

    /** A command was taken up. A root has an origin, others {@link Origin.Person} of nobody. */
    public record Commanded(Command command, Origin origin) implements What {}

    /** An event came due. */
    public record CameDue(Event event) implements What {}

    /** A fact happened. */
    public record Happened(Fact fact) implements What {}

    /** The command with the number {@link JournalEntry#cause} was refused. */
    public record Refused(Command command, Refusal refusal) implements What {}

    /** The command with the number {@link JournalEntry#cause} was answered. */
    public record Answered(Answer answer) implements What {}

    /** What it is about. */
    public Ref subject() {
        return switch (what) {
            case Commanded(Command command, _) -> command.subject();
            case CameDue(Event event) -> event.target();
            case Happened(Fact fact) -> fact.subject();
            case Refused(Command command, _) -> command.subject();
            case Answered _ -> Ref.NONE;
        };
    }

    /** One line: number, cause, time in nanoseconds, kind, type and fields. */
    public String text() {
        TextSink sink = new TextSink();
        String type =
                switch (what) {
                    case Commanded(Command command, _) -> {
                        command.encode(sink);
                        yield "command " + command.getClass().getSimpleName();
                    }
                    case CameDue(Event event) -> {
                        event.encode(sink);
                        yield "event " + event.getClass().getSimpleName();
                    }
                    case Happened(Fact fact) -> {
                        fact.encode(sink);
                        yield "fact " + fact.getClass().getSimpleName();
                    }
                    case Refused(_, Refusal refusal) -> {
                        refusal.encode(sink);
                        yield "refusal";
                    }
                    case Answered(Answer answer) -> {
                        answer.encode(sink);
                        yield "answer";
                    }
                };
        return number + " <" + cause + " " + timeNs + " " + type + " " + sink;
    }
}
