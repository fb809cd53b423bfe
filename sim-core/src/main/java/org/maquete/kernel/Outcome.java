package org.maquete.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a handler decided: facts, commands to lower subsystems, later events, answers; or one refusal
 * and then nothing else. The kernel carries it out after the handler has returned.
 */
public final class Outcome {

    private final Simulation simulation;
    private final int subsystem;
    private final long item;
    private final boolean mayRefuse;

    final List<Fact> facts = new ArrayList<>(2);
    final List<Asked> commands = new ArrayList<>(0);
    final List<EventId> scheduled = new ArrayList<>(1);
    final List<EventId> cancelled = new ArrayList<>(0);
    final List<Event> whenSettled = new ArrayList<>(0);
    final List<Given> answers = new ArrayList<>(0);
    @Nullable Refusal refusal;
    boolean answersLater;

    /** A command to be taken up, under the number its issuer already knows. */
    record Asked(long ticket, Command command) {}

    /** An answer to an earlier command. */
    record Given(long ticket, Answer answer) {}

    Outcome(Simulation simulation, int subsystem, long item, boolean mayRefuse) {
        this.simulation = simulation;
        this.subsystem = subsystem;
        this.item = item;
        this.mayRefuse = mayRefuse;
    }

    /** The simulated time in nanoseconds. */
    public long now() {
        return simulation.now();
    }

    /** Whether no PHYSICS and no WORK is pending. */
    public boolean isSettled() {
        return simulation.isSettled();
    }

    /** The number of the command, event or fact being decided: the ticket of a command. */
    public long ticket() {
        return item;
    }

    /** This happens now. */
    public void fact(Fact fact) {
        facts.add(fact);
    }

    /** Asks a lower subsystem; the ticket returns with {@code answered} or {@code refused}. */
    public long command(Command command) {
        long ticket = simulation.nextNumber();
        commands.add(new Asked(ticket, command));
        return ticket;
    }

    /** This is due {@code delayNs} from now. */
    public EventId schedule(long delayNs, Event event) {
        if (delayNs < 0) {
            throw new IllegalArgumentException("expected a delay from 0, found " + delayNs + " for " + event);
        }
        EventId id = simulation.schedule(delayNs, event, item);
        scheduled.add(id);
        return id;
    }

    /** A pending event does not happen; nothing if it already has. */
    public void cancel(EventId id) {
        cancelled.add(id);
    }

    /** This is due as soon as no PHYSICS and no WORK is pending, before the clock moves on. */
    public void whenSettled(Event event) {
        whenSettled.add(event);
    }

    /** Answers the command being decided. */
    public void answer(Answer answer) {
        answers.add(new Given(item, answer));
    }

    /** Answers a command for which {@link #answerLater} was called. */
    public void answer(long ticket, Answer answer) {
        answers.add(new Given(ticket, answer));
    }

    /** The answer to the command being decided comes later, to this ticket. */
    public long answerLater() {
        answersLater = true;
        return item;
    }

    /** Refuses the command; nothing else of this outcome then exists. */
    public void refuse(Refusal why) {
        if (!mayRefuse) {
            throw new IllegalStateException("only a command can be refused, found " + why);
        }
        refusal = why;
    }

    /** Luck of this subsystem: see {@link Draws#of}. */
    public Draws draws(String name, String purpose, long n) {
        return Draws.of(simulation.settings().seed(), simulation.subsystemName(subsystem), name, purpose, n);
    }

    /** How long {@code span} takes this time, for this thing; the lab may have replaced the span. */
    public long draw(Span span, String name, long n) {
        Span actual = simulation.settings().span(span);
        if (actual.lowNs() == actual.highNs()) {
            return actual.lowNs();
        }
        return draws(name, span.name(), n).between(actual.lowNs(), actual.highNs());
    }
}
