package org.maquete.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
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

    private final Model model;
    private final Settings settings;
    private final World world;
    private final EventQueue queue;
    private final Journal journal;
    private final Edits[] edits;
    private final ArrayDeque<Item> agenda = new ArrayDeque<>();
    private final Log<Input> inputs;
    private final List<Waiting> waiting;
    private final Map<Long, Integer> openTickets;
    private long now;
    private long numbers;
    private long steps;
    private long submitted;
    private Optional<Reply> reply = Optional.empty();

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
                new Journal(settings.journal(), model::typeHash),
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
            Map<Long, Integer> openTickets) {
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

    /**
     * Goes on from an observed world at this time: every subsystem schedules what is pending in it.
     */
    public static Simulation resume(Model model, Settings settings, World observed, long timeNs) {
        Simulation simulation =
                new Simulation(
                        model,
                        settings,
                        observed.fork(),
                        new EventQueue(new RadixLadder()),
                        new Journal(settings.journal(), model::typeHash),
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
        submitted = number;
        reply = Optional.empty();
        agenda.add(new Item.Asked(number, 0, command, Item.OUTSIDE, origin));
        drain();
        return reply.orElse(new Reply.Later(number));
    }

    /** Pops one event and drains what follows; false when nothing is pending. */
    public boolean step() {
        atRest("step");
        if (!waiting.isEmpty() && isSettled()) {
            List<Waiting> due = List.copyOf(waiting);
            waiting.clear();
            due.forEach(w -> agenda.add(new Item.Due(w.cause(), w.event())));
        } else if (queue.hasNext()) {
            now = queue.nextTime();
            long cause = queue.nextCause();
            agenda.add(new Item.Due(cause, queue.pop()));
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

    /**
     * Type and target of all that is pending, in the order in which it will come; last what waits
     * for the world to be settled.
     */
    public List<String> pending() {
        Stream<Event> queued = queue.list().stream().map(EventQueue.Pending::event);
        return Stream.concat(queued, waiting.stream().map(Waiting::event))
                .map(event -> event.getClass().getSimpleName() + " " + event.target())
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
                    "expected to find moment "
                            + input.after()
                            + " of the input log, found "
                            + numbers);
        }
        now = Math.max(now, input.timeNs());
        submit(input.command(), input.origin());
    }

    /** One sentence for each invariant that does not hold and each stale column or projection. */
    public List<String> violations() {
        List<String> wrong = new ArrayList<>();
        for (Model.NamedInvariant invariant : model.invariants()) {
            invariant
                    .invariant()
                    .violations(world)
                    .forEach(v -> wrong.add(invariant.name() + ": " + v));
        }
        world.stale().forEach(name -> wrong.add(name + " is not what its rebuild gives"));
        return wrong;
    }

    /** The answer or refusal that a command got, if the journal remembers it. */
    public Optional<JournalEntry> replyTo(long ticket) {
        return journal.entries().stream()
                .filter(e -> e.cause() == ticket)
                .filter(e ->
                        e.what() instanceof JournalEntry.Answered
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
            Item item = agenda.remove();
            if (++items > STEP_LIMIT) {
                throw new IllegalStateException(
                        "more than "
                                + STEP_LIMIT
                                + " items in one step at "
                                + SimTime.clock(now)
                                + ", then "
                                + Item.text(item)
                                + "\nMaybe two reactions call each other for ever.");
            }
            take(item);
        }
    }

    private void take(Item item) {
        switch (item) {
            case Item.Asked asked -> takeCommand(asked);
            case Item.Due(long cause, Event event) -> takeEvent(event, cause);
            case Item.Reaction(long number, Fact fact, Model.Decider decider) ->
                    decide(decider, fact, number);
            case Item.Answered answered -> takeAnswer(answered);
            case Item.Refused refused -> takeRefusal(refused);
        }
    }

    private void takeEvent(Event event, long cause) {
        long number = nextNumber();
        if (journal.remembers()) {
            record(number, cause, new JournalEntry.CameDue(event));
        }
        decide(model.event(event), event, number);
    }

    private void decide(Model.Decider decider, Object what, long number) {
        Outcome out = new Outcome(this, decider.subsystem(), number, false);
        decider.decide().decide(what, world, out);
        carryOut(out, decider.subsystem(), number);
    }

    private void takeCommand(Item.Asked item) {
        long number = item.number();
        if (journal.remembers()) {
            record(number, item.cause(), new JournalEntry.Commanded(item.command(), item.origin()));
        }
        Model.Decider decider = model.command(item.command());
        Outcome out = new Outcome(this, decider.subsystem(), number, true);
        decider.decide().decide(item.command(), world, out);
        Refusal refusal = out.refusal();
        if (refusal != null) {
            out.scheduled().forEach(queue::cancel);
            refuse(item, refusal);
            return;
        }
        carryOut(out, decider.subsystem(), number);
        Answer answer = out.ownAnswer();
        if (answer == null && out.answersLater()) {
            openTickets.put(number, item.issuer());
        } else {
            give(number, item.issuer(), answer == null ? Answer.SILENT : answer);
        }
    }

    private void refuse(Item.Asked item, Refusal refusal) {
        record(nextNumber(), item.number(), new JournalEntry.Refused(item.command(), refusal));
        if (item.issuer() == Item.OUTSIDE) {
            tell(item.number(), new Reply.No(refusal));
        } else {
            agenda.add(new Item.Refused(item.number(), item.issuer(), item.command(), refusal));
        }
    }

    private void takeAnswer(Item.Answered item) {
        Subsystem.Answered handler = model.answered(item.issuer());
        if (handler != null) {
            Outcome out = new Outcome(this, item.issuer(), item.number(), false);
            handler.answered(item.ticket(), item.answer(), world, out);
            carryOut(out, item.issuer(), item.number());
        }
    }

    private void takeRefusal(Item.Refused item) {
        Subsystem.Refused handler = model.refused(item.issuer());
        if (handler != null) {
            Outcome out = new Outcome(this, item.issuer(), item.ticket(), false);
            handler.refused(item.ticket(), item.command(), item.refusal(), world, out);
            carryOut(out, item.issuer(), item.ticket());
        }
    }

    private void carryOut(Outcome out, int subsystem, long cause) {
        if (!out.cancelled().isEmpty()) {
            out.cancelled().forEach(queue::cancel);
        }
        happen(out.facts(), subsystem, cause);
        if (out.isFactsOnly()) {
            return;
        }
        for (Outcome.Asked asked : out.commands()) {
            agenda.add(new Item.Asked(asked.ticket(), cause, asked.command(), subsystem, INSIDE));
        }
        for (Event event : out.awaitingSettled()) {
            waiting.add(new Waiting(event, cause));
        }
        for (Outcome.Given given : out.answers()) {
            Integer issuer = openTickets.remove(given.ticket());
            if (issuer == null) {
                throw new IllegalStateException(
                        "expected an open ticket, found "
                                + given.ticket()
                                + " for "
                                + given.answer());
            }
            give(given.ticket(), issuer, given.answer());
        }
    }

    /** All facts of one outcome happen before any reaction. */
    private void happen(List<Fact> facts, int subsystem, long cause) {
        int count = facts.size();
        long first = numbers + 1;
        boolean heard = false;
        for (int i = 0; i < count; i++) {
            heard |= happen(facts.get(i), subsystem, cause);
        }
        for (int i = 0; heard && i < count; i++) {
            Fact fact = facts.get(i);
            for (Model.Decider reaction : model.fact(fact).reactions()) {
                agenda.add(new Item.Reaction(first + i, fact, reaction));
            }
        }
    }

    /** Whether anybody reacts to it. */
    private boolean happen(Fact fact, int subsystem, long cause) {
        Model.FactKind kind = model.fact(fact);
        if (kind.subsystem() != subsystem) {
            throw new IllegalStateException(
                    subsystemName(subsystem)
                            + " gave a fact of "
                            + subsystemName(kind.subsystem())
                            + ": "
                            + fact);
        }
        long number = nextNumber();
        if (journal.remembers()) {
            record(number, cause, new JournalEntry.Happened(fact));
        }
        journal.fact(now, fact);
        kind.fold().fold(fact, now, edits[subsystem]);
        return !kind.reactions().isEmpty();
    }

    /** Nobody is told who does not listen: between subsystems an answer is the exception. */
    private void give(long ticket, int issuer, Answer answer) {
        boolean outside = issuer == Item.OUTSIDE;
        if (!outside && model.answered(issuer) == null) {
            return;
        }
        long number = nextNumber();
        record(number, ticket, new JournalEntry.Answered(answer));
        if (outside) {
            tell(ticket, new Reply.Done(answer));
        } else {
            agenda.add(new Item.Answered(ticket, issuer, answer, number));
        }
    }

    private void tell(long ticket, Reply given) {
        if (ticket == submitted) {
            reply = Optional.of(given);
        }
    }

    private void record(long number, long cause, JournalEntry.What what) {
        if (journal.remembers()) {
            journal.add(new JournalEntry(number, cause, now, what));
        }
    }
}
