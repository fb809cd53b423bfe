package org.maquete.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a handler decided: facts, commands to lower subsystems, later events, answers; or one
 * refusal and then nothing else. The kernel carries it out after the handler has returned.
 */
public final class Outcome {

    private final Simulation simulation;
    private final int subsystem;
    private final long item;
    private final boolean ofCommand;

    // Most outcomes have one or two of these, so the lists are made when they are needed.
    private List<Fact> facts = List.of();
    private List<Asked> commands = List.of();
    private List<EventId> scheduled = List.of();
    private List<EventId> cancelled = List.of();
    private List<Event> whenSettled = List.of();
    private List<Given> answers = List.of();
    private @Nullable Answer ownAnswer;
    private @Nullable Refusal refusal;
    private boolean answersLater;

    /** A command to be taken up, under the number its issuer already knows. */
    record Asked(long ticket, Command command) {}

    /** An answer to an earlier command. */
    record Given(long ticket, Answer answer) {}

    Outcome(Simulation simulation, int subsystem, long item, boolean ofCommand) {
        this.simulation = simulation;
        this.subsystem = subsystem;
        this.item = item;
        this.ofCommand = ofCommand;
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
        facts = with(facts, fact);
    }

    /** Asks a lower subsystem; the ticket returns with {@code answered} or {@code refused}. */
    public long command(Command command) {
        long ticket = simulation.nextNumber();
        commands = with(commands, new Asked(ticket, command));
        return ticket;
    }

    /** This is due {@code delayNs} from now. */
    public EventId schedule(long delayNs, Event event) {
        if (delayNs < 0) {
            throw new IllegalArgumentException(
                    "expected a delay from 0, found " + delayNs + " for " + event);
        }
        EventId id = simulation.schedule(delayNs, event, item);
        scheduled = with(scheduled, id);
        return id;
    }

    /** A pending event does not happen; nothing if it already has. */
    public void cancel(EventId id) {
        cancelled = with(cancelled, id);
    }

    /** This is due as soon as no PHYSICS and no WORK is pending, before the clock moves on. */
    public void whenSettled(Event event) {
        whenSettled = with(whenSettled, event);
    }

    /** Answers the command being decided. */
    public void answer(Answer answer) {
        answer(item, answer);
    }

    /** Answers a command for which {@link #answerLater} was called. */
    public void answer(long ticket, Answer answer) {
        if (!ofCommand || ticket != item) {
            answers = with(answers, new Given(ticket, answer));
        } else if (ownAnswer == null) {
            ownAnswer = answer;
        } else {
            throw new IllegalStateException("expected one answer to " + item + ", found " + answer);
        }
    }

    /** The answer to the command being decided comes later, to this ticket. */
    public long answerLater() {
        answersLater = true;
        return item;
    }

    /** Refuses the command; nothing else of this outcome then exists. */
    public void refuse(Refusal why) {
        if (!ofCommand) {
            throw new IllegalStateException("only a command can be refused, found " + why);
        }
        refusal = why;
    }

    /** Luck of this subsystem: see {@link Draws#of}. */
    public Draws draws(String name, String purpose, long n) {
        return draws(name, Draws.text(purpose), n);
    }

    private Draws draws(String name, long purpose, long n) {
        Model model = simulation.model();
        long seed = simulation.settings().seed();
        return Draws.of(seed, model.hash(subsystem), name, purpose, n);
    }

    /**
     * How long {@code span} takes this time, for this thing; the lab may have replaced the span.
     */
    public long draw(Span span, String name, long n) {
        long purpose = simulation.model().hash(span);
        Distribution distribution = simulation.settings().span(span, name).distribution();
        long ns =
                distribution instanceof Distribution.Constant(long valueNs)
                        ? valueNs
                        : distribution.sampleNs(draws(name, purpose, n));
        simulation.journal().drawn(item, span, ns);
        return ns;
    }

    List<Fact> facts() {
        return facts;
    }

    List<Asked> commands() {
        return commands;
    }

    List<EventId> scheduled() {
        return scheduled;
    }

    List<EventId> cancelled() {
        return cancelled;
    }

    List<Event> awaitingSettled() {
        return whenSettled;
    }

    /** Whether nothing is asked, answered or awaited: so with most outcomes. */
    boolean isFactsOnly() {
        return commands.isEmpty() && whenSettled.isEmpty() && answers.isEmpty();
    }

    /** Answers to earlier commands. */
    List<Given> answers() {
        return answers;
    }

    /** The answer to the command being decided. */
    @Nullable Answer ownAnswer() {
        return ownAnswer;
    }

    @Nullable Refusal refusal() {
        return refusal;
    }

    boolean answersLater() {
        return answersLater;
    }

    private static <T> List<T> with(List<T> list, T more) {
        List<T> grown = list.isEmpty() ? new ArrayList<>(2) : list;
        grown.add(more);
        return grown;
    }
}
