package org.maquete.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.maquete.world.Edits;
import org.maquete.world.World;

/**
 * A world with a clock, a queue and a journal; single-threaded and deterministic.
 *
 * <p>One step pops one queue entry and drains a FIFO agenda to empty: each item is decided against
 * the world as it is when the item is taken; then all facts of its outcome are stamped, journalled,
 * digested and folded, and only then are their reactions and the outcome's commands put at the end
 * of the agenda. Between steps, and only then, may anybody fork, look or stop.
 */
public final class Simulation {

    /** More items in one step than this is an endless loop. */
    public static final int STEP_LIMIT = 1_000_000;

    private static final int OUTSIDE = -1;

    private final Model model;
    private final Settings settings;
    private final World world;
    private final EventQueue queue;
    private final Journal journal;
    private final Edits[] edits;
    private final ArrayDeque<Item> agenda = new ArrayDeque<>();
    private final Log<Input> inputs;
    private final List<Waiting> waiting;
    private final TreeMap<Long, Integer> openTickets;
    private long now;
    private long numbers;
    private long steps;
    private @Nullable Reply outsideReply;

    /** Something to be decided in this step. */
    private sealed interface Item {}

    private record CommandItem(long number, long cause, Command command, int issuer, Origin origin)
            implements Item {}

    private record ReactionItem(long number, Fact fact, Model.Decider decider) implements Item {}

    private record AnswerItem(long ticket, int issuer, Answer answer, long cause) implements Item {}

    private record RefusalItem(long ticket, int issuer, Command command, Refusal refusal)
            implements Item {}

    private record EventItem(long cause, Event event) implements Item {}

    /** An event that waits for the world to be settled. */
    private record Waiting(Event event, long cause) {}

    private static final Origin INSIDE = new Origin.Person("");

    /** A run at time 0 with an empty world. */
    public Simulation(Model model, Settings settings) {
        this(
                model,
                settings,
                new World(model.schema()),
                new EventQueue(new RadixLadder()),
                new Journal(settings.journal()),
                new Log<>(),
                new ArrayList<>(),
                new TreeMap<>());
    }

    private Simulation(
            Model model,
            Settings settings,
            World world,
            EventQueue queue,
            Journal journal,
            Log<Input> inputs,
            List<Waiting> waiting,
            TreeMap<Long, Integer> openTickets) {
        this.model = model;
        this.settings = settings;
        this.world = world;
        this.queue = queue;
        this.journal = journal;
        this.inputs = inputs;
        this.waiting = waiting;
        this.openTickets = openTickets;
        edits = new Edits[model.names().size()];
        for (int i = 0; i < edits.length; i++) {
            edits[i] = world.edits(i);
        }
    }

    /** Goes on from an observed world at this time: every subsystem schedules what is pending in it. */
    public static Simulation resume(Model model, Settings settings, World observed, long timeNs) {
        Simulation simulation =
                new Simulation(
                        model,
                        settings,
                        observed,
                        new EventQueue(new RadixLadder()),
                        new Journal(settings.journal()),
                        new Log<>(),
                        new ArrayList<>(),
                        new TreeMap<>());
        simulation.now = timeNs;
        for (Model.Resumer resumer : model.resumers()) {
            Outcome out = new Outcome(simulation, resumer.subsystem(), 0, false);
            resumer.resume().resume(simulation.world, out);
            simulation.carryOut(out, resumer.subsystem(), 0);
        }
        simulation.drain();
        return simulation;
    }

    /** A second run that starts equal and goes its own way; costs microseconds. */
    public Simulation fork() {
        atRest("fork");
        Simulation child =
                new Simulation(
                        model,
                        settings,
                        world.fork(),
                        queue.fork(),
                        journal.fork(),
                        inputs.fork(),
                        new ArrayList<>(waiting),
                        new TreeMap<>(openTickets));
        child.now = now;
        child.numbers = numbers;
        child.steps = steps;
        return child;
    }

    /** A command from outside, at the present instant, carried out at once. */
    public Reply submit(Command command, Origin origin) {
        atRest("submit");
        inputs.add(new Input(now, numbers, command, origin));
        long number = nextNumber();
        outsideReply = null;
        agenda.add(new CommandItem(number, 0, command, OUTSIDE, origin));
        drain();
        Reply reply = outsideReply;
        return reply == null ? new Reply.Later(number) : reply;
    }

    /** Pops one event and drains what follows; false when nothing is pending. */
    public boolean step() {
        atRest("step");
        if (!waiting.isEmpty() && isSettled()) {
            List<Waiting> due = List.copyOf(waiting);
            waiting.clear();
            due.forEach(w -> agenda.add(new EventItem(w.cause(), w.event())));
        } else if (queue.hasNext()) {
            now = queue.nextTime();
            long cause = queue.nextCause();
            agenda.add(new EventItem(cause, queue.pop()));
        } else {
            return false;
        }
        drain();
        return true;
    }

    /** Steps until the clock would pass {@code timeNs}, then sets it there. */
    public void runUntil(long timeNs) {
        if (timeNs < now) {
            throw new IllegalArgumentException("expected a time from " + now + ", found " + timeNs);
        }
        while (nextTime() <= timeNs && step()) {
            // each step moves on
        }
        now = timeNs;
    }

    /** Steps until nothing but timers is pending. */
    public void runToEnd() {
        while (!isFinished() && step()) {
            // each step moves on
        }
    }

    /** When the next step happens; {@link Long#MAX_VALUE} when nothing is pending. */
    public long nextTime() {
        if (!waiting.isEmpty() && isSettled()) {
            return now;
        }
        return queue.hasNext() ? queue.nextTime() : Long.MAX_VALUE;
    }

    /** Whether no PHYSICS and no WORK is pending. */
    public boolean isSettled() {
        return queue.pending(Lane.PHYSICS) == 0 && queue.pending(Lane.WORK) == 0;
    }

    /** Whether the world is settled and the operator has nothing more to type. */
    public boolean isFinished() {
        return isSettled() && queue.pending(Lane.OPERATOR) == 0 && waiting.isEmpty();
    }

    /** The simulated time in nanoseconds. */
    public long now() {
        return now;
    }

    /** The world; to be read only. */
    public World world() {
        return world;
    }

    /** What happened. */
    public Journal journal() {
        return journal;
    }

    /** What this run depends on. */
    public Settings settings() {
        return settings;
    }

    /** The subsystems. */
    public Model model() {
        return model;
    }

    /** How many steps have been made. */
    public long steps() {
        return steps;
    }

    /** The input log. */
    public List<Input> inputs() {
        List<Input> list = new ArrayList<>(inputs.count());
        for (int i = 0; i < inputs.count(); i++) {
            list.add(inputs.get(i));
        }
        return list;
    }

    /** What is pending, in order, as text without handles: type and target at a time. */
    public List<String> pending() {
        return queue.list().stream()
                .map(p -> p.event().getClass().getSimpleName() + " " + p.event().target())
                .toList();
    }

    /** The same run again, from its input log. */
    public static Simulation replay(Model model, Settings settings, List<Input> log) {
        Simulation simulation = new Simulation(model, settings);
        log.forEach(simulation::replayInput);
        return simulation;
    }

    void replayInput(Input input) {
        while (numbers < input.after() && step()) {
            // up to the moment at which the input was given
        }
        if (numbers != input.after()) {
            throw new IllegalStateException(
                    "expected to find moment " + input.after() + " of the input log, found " + numbers);
        }
        now = Math.max(now, input.timeNs());
        submit(input.command(), input.origin());
    }

    /** One sentence for each invariant that does not hold and each stale column or projection. */
    public List<String> violations() {
        List<String> wrong = new ArrayList<>();
        for (Model.NamedInvariant invariant : model.invariants()) {
            invariant.invariant().violations(world).forEach(v -> wrong.add(invariant.name() + ": " + v));
        }
        world.stale().forEach(name -> wrong.add(name + " is not what its rebuild gives"));
        return wrong;
    }

    /** The answer or refusal that a command got, if the journal remembers it. */
    public Optional<JournalEntry> replyTo(long ticket) {
        return journal.entries().stream()
                .filter(e -> e.cause() == ticket)
                .filter(e -> e.what() instanceof JournalEntry.Answered
                        || e.what() instanceof JournalEntry.Refused)
                .findFirst();
    }

    long nextNumber() {
        return ++numbers;
    }

    String subsystemName(int number) {
        return model.names().get(number);
    }

    EventId schedule(long delayNs, Event event, long cause) {
        return queue.push(Math.addExact(now, delayNs), event, cause);
    }

    private void atRest(String what) {
        if (!agenda.isEmpty()) {
            throw new IllegalStateException("cannot " + what + " in the middle of a step");
        }
    }

    private void drain() {
        steps++;
        int items = 0;
        while (!agenda.isEmpty()) {
            if (++items > STEP_LIMIT) {
                throw new IllegalStateException(
                        "more than " + STEP_LIMIT + " items in one step at " + SimTime.clock(now)
                                + ", the last: " + agenda.peek());
            }
            take(agenda.poll());
        }
    }

    private void take(Item item) {
        switch (item) {
            case CommandItem command -> takeCommand(command);
            case EventItem(long cause, Event event) -> {
                long number = nextNumber();
                if (journal.remembers()) {
                    record(number, cause, new JournalEntry.CameDue(event));
                }
                decide(model.event(event), event, number, cause);
            }
            case ReactionItem(long number, Fact fact, Model.Decider decider) ->
                    decide(decider, fact, number, number);
            case AnswerItem answer -> takeAnswer(answer);
            case RefusalItem refusal -> takeRefusal(refusal);
        }
    }

    private void decide(Model.Decider decider, Object what, long number, long cause) {
        Outcome out = new Outcome(this, decider.subsystem(), number, false);
        decider.decide().decide(what, world, out);
        carryOut(out, decider.subsystem(), number);
    }

    private void takeCommand(CommandItem item) {
        if (journal.remembers()) {
            record(
                    item.number(),
                    item.cause(),
                    new JournalEntry.Commanded(item.command(), item.origin()));
        }
        Model.Decider decider = model.command(item.command());
        Outcome out = new Outcome(this, decider.subsystem(), item.number(), true);
        if (item.issuer() == OUTSIDE || model.answered(item.issuer()) != null) {
            openTickets.put(item.number(), item.issuer());
        }
        decider.decide().decide(item.command(), world, out);
        Refusal refusal = out.refusal;
        if (refusal != null) {
            out.scheduled.forEach(queue::cancel);
            openTickets.remove(item.number());
            record(nextNumber(), item.number(), new JournalEntry.Refused(item.command(), refusal));
            if (item.issuer() == OUTSIDE) {
                outsideReply = new Reply.No(refusal);
            } else {
                agenda.add(new RefusalItem(item.number(), item.issuer(), item.command(), refusal));
            }
            return;
        }
        carryOut(out, decider.subsystem(), item.number());
        if (!out.answersLater && openTickets.containsKey(item.number())) {
            give(item.number(), Answer.SILENT, item.number());
        }
    }

    private void takeAnswer(AnswerItem item) {
        Subsystem.Answered handler = model.answered(item.issuer());
        if (handler != null) {
            Outcome out = new Outcome(this, item.issuer(), item.cause(), false);
            handler.answered(item.ticket(), item.answer(), world, out);
            carryOut(out, item.issuer(), item.cause());
        }
    }

    private void takeRefusal(RefusalItem item) {
        Subsystem.Refused handler = model.refused(item.issuer());
        if (handler != null) {
            Outcome out = new Outcome(this, item.issuer(), item.ticket(), false);
            handler.refused(item.ticket(), item.command(), item.refusal(), world, out);
            carryOut(out, item.issuer(), item.ticket());
        }
    }

    private void carryOut(Outcome out, int subsystem, long cause) {
        out.cancelled.forEach(queue::cancel);
        int count = out.facts.size();
        long first = numbers + 1;
        for (int i = 0; i < count; i++) {
            happen(out.facts.get(i), subsystem, cause);
        }
        for (int i = 0; i < count; i++) {
            Fact fact = out.facts.get(i);
            for (Model.Decider reaction : model.fact(fact).reactions) {
                agenda.add(new ReactionItem(first + i, fact, reaction));
            }
        }
        for (Outcome.Asked asked : out.commands) {
            agenda.add(new CommandItem(asked.ticket(), cause, asked.command(), subsystem, INSIDE));
        }
        for (Event event : out.whenSettled) {
            waiting.add(new Waiting(event, cause));
        }
        for (Outcome.Given given : out.answers) {
            give(given.ticket(), given.answer(), cause);
        }
    }

    private void happen(Fact fact, int subsystem, long cause) {
        Model.FactKind kind = model.fact(fact);
        if (kind.subsystem != subsystem) {
            throw new IllegalStateException(
                    subsystemName(subsystem) + " gave a fact of " + subsystemName(kind.subsystem) + ": " + fact);
        }
        record(nextNumber(), cause, fact);
        journal.digest(now, kind.typeHash, fact);
        kind.fold.fold(fact, now, edits[subsystem]);
    }

    private void give(long ticket, Answer answer, long cause) {
        Integer issuer = openTickets.remove(ticket);
        if (issuer == null) {
            throw new IllegalStateException("expected an open ticket, found " + ticket + " for " + answer);
        }
        long number = nextNumber();
        record(number, ticket, new JournalEntry.Answered(answer));
        if (issuer == OUTSIDE) {
            outsideReply = new Reply.Done(answer);
        } else {
            agenda.add(new AnswerItem(ticket, issuer, answer, number));
        }
    }

    private void record(long number, long cause, Fact fact) {
        if (journal.remembers()) {
            journal.add(new JournalEntry(number, cause, now, new JournalEntry.Happened(fact)));
        }
    }

    private void record(long number, long cause, JournalEntry.What what) {
        if (journal.remembers()) {
            journal.add(new JournalEntry(number, cause, now, what));
        }
    }
}
