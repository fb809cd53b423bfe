package org.maquete.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maquete.world.ColumnKey;
import org.maquete.world.DigestSink;
import org.maquete.world.Projection;
import org.maquete.world.Schema;
import org.maquete.world.TableKey;

/**
 * A list of subsystems made ready to run: who owns which command, event, fact and table, who reacts
 * to what. Immutable once made; any number of simulations share it.
 */
public final class Model {

    private final List<String> names;
    private final long[] nameHashes;
    private final Schema schema = new Schema();
    private final ByClass<Decider> commands = new ByClass<>();
    private final ByClass<Decider> events = new ByClass<>();
    private final ByClass<FactKind> facts = new ByClass<>();
    // Looked up only, never iterated.
    private final Map<TableKey<?>, Integer> tableOwners = new HashMap<>();
    private final List<Subsystem.@Nullable Answered> answered = new ArrayList<>();
    private final List<Subsystem.@Nullable Refused> refused = new ArrayList<>();
    private final List<Resumer> resumers = new ArrayList<>();
    private final List<NamedInvariant> invariants = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();
    // By name, who declares a span. Looked up only.
    private final Map<String, Declared> spanOwners = new HashMap<>();
    private final List<Contribution> contributions = new ArrayList<>();
    private final List<Awaited<?>> awaited = new ArrayList<>();

    /** Who declares a span, and the hash of its name for draws. */
    private record Declared(int subsystem, long hash) {}

    /** Who decides about a command or an event. */
    record Decider(int subsystem, Subsystem.Decide<Object> decide) {}

    /** Who folds a fact and who reacts to it. */
    static final class FactKind {
        private final int subsystem;
        private final Subsystem.Fold<Fact> fold;
        private final long typeHash;
        private final List<Decider> reactions = new ArrayList<>(0);

        FactKind(int subsystem, Subsystem.Fold<Fact> fold, long typeHash) {
            this.subsystem = subsystem;
            this.fold = fold;
            this.typeHash = typeHash;
        }

        int subsystem() {
            return subsystem;
        }

        Subsystem.Fold<Fact> fold() {
            return fold;
        }

        long typeHash() {
            return typeHash;
        }

        List<Decider> reactions() {
            return reactions;
        }
    }

    /** A subsystem's view of the contributions of a kind. */
    private record Awaited<T extends Contribution>(Class<T> kind, List<T> view) {

        void fill(Model model) {
            view.addAll(model.contributions(kind));
        }
    }

    record Resumer(int subsystem, Subsystem.Resume resume) {}

    record NamedInvariant(String name, Subsystem.Invariant invariant) {}

    /** Makes the subsystems ready, in this order: it is also the order of reactions. */
    public Model(List<Subsystem> subsystems) {
        names = subsystems.stream().map(Subsystem::name).toList();
        nameHashes = new long[names.size()];
        for (int number = 0; number < names.size(); number++) {
            if (names.indexOf(names.get(number)) < number) {
                throw new IllegalArgumentException(
                        "expected each subsystem once, found " + names.get(number) + " twice");
            }
            nameHashes[number] = Draws.text(names.get(number));
            answered.add(null);
            refused.add(null);
            subsystems.get(number).declare(new Declaration(number));
        }
        awaited.forEach(each -> each.fill(this));
    }

    /** The names of the subsystems in order. */
    public List<String> names() {
        return names;
    }

    /** The shape of a world of this model. */
    public Schema schema() {
        return schema;
    }

    /** The number of the subsystem that owns a table; for readers of observed documents. */
    public int ownerOf(TableKey<?> key) {
        Integer owner = tableOwners.get(key);
        if (owner == null) {
            throw new IllegalArgumentException("expected a declared table, found " + key.name());
        }
        return owner;
    }

    /** All contributions of one kind, in order of subsystems, then of declaration. */
    public <T extends Contribution> List<T> contributions(Class<T> kind) {
        List<T> found = new ArrayList<>();
        for (Contribution contribution : contributions) {
            if (kind.isInstance(contribution)) {
                found.add(kind.cast(contribution));
            }
        }
        return found;
    }

    /** All declared spans, in order of subsystems. */
    public List<Span> spans() {
        return List.copyOf(spans);
    }

    /** The name of the subsystem that declares a span. */
    public String declarer(Span span) {
        return names.get(declared(span).subsystem());
    }

    /** The hash of the name of a span, which a subsystem has to declare. */
    long hash(Span span) {
        return declared(span).hash();
    }

    private Declared declared(Span span) {
        Declared declared = spanOwners.get(span.name());
        if (declared == null) {
            throw new IllegalArgumentException(
                    "expected a span that a subsystem declares, found "
                            + span.name()
                            + "\nMaybe it is missing from what its subsystem declares.");
        }
        return declared;
    }

    /** The hash of the name of a subsystem. */
    long hash(int subsystem) {
        return nameHashes[subsystem];
    }

    Decider command(Command command) {
        return known(commands.get(command.getClass()), command, "command");
    }

    Decider event(Event event) {
        return known(events.get(event.getClass()), event, "event");
    }

    FactKind fact(Fact fact) {
        return known(facts.get(fact.getClass()), fact, "fact");
    }

    /** The hash of the owner and the type of a fact. */
    long typeHash(Fact fact) {
        return fact(fact).typeHash();
    }

    Subsystem.@Nullable Answered answered(int subsystem) {
        return answered.get(subsystem);
    }

    Subsystem.@Nullable Refused refused(int subsystem) {
        return refused.get(subsystem);
    }

    List<Resumer> resumers() {
        return resumers;
    }

    List<NamedInvariant> invariants() {
        return invariants;
    }

    private static <T> T known(@Nullable T found, Object what, String kind) {
        if (found == null) {
            throw new IllegalArgumentException(
                    "expected a "
                            + kind
                            + " that a subsystem owns, found "
                            + what
                            + "\nMaybe its subsystem is missing from the lab.");
        }
        return found;
    }

    private final class Declaration implements Registry {

        private final int number;

        Declaration(int number) {
            this.number = number;
        }

        @Override
        public void tables(TableKey<?>... keys) {
            for (TableKey<?> key : keys) {
                schema.table(key, number);
                tableOwners.put(key, number);
            }
        }

        @Override
        public void ints(ColumnKey<ColumnKey.Ints> key) {
            schema.ints(key, number);
        }

        @Override
        public void longs(ColumnKey<ColumnKey.Longs> key) {
            schema.longs(key, number);
        }

        @Override
        public void projection(Projection<?> projection) {
            schema.projection(projection);
        }

        @Override
        public <C extends Command> void command(Class<C> type, Subsystem.Decide<C> decide) {
            once(commands.put(type, decider(decide)), type);
        }

        @Override
        public <E extends Event> void event(Class<E> type, Subsystem.Decide<E> decide) {
            once(events.put(type, decider(decide)), type);
        }

        @Override
        @SuppressWarnings("unchecked") // looked up by the class of the fact, so the types agree
        public <F extends Fact> void fact(Class<F> type, Subsystem.Fold<F> fold) {
            DigestSink hash = new DigestSink();
            hash.text("owner", names.get(number)).text("type", type.getSimpleName());
            FactKind kind = new FactKind(number, (Subsystem.Fold<Fact>) fold, hash.value());
            once(facts.put(type, kind), type);
        }

        @Override
        public <F extends Fact> void react(Class<F> type, Subsystem.Decide<F> decide) {
            FactKind kind = facts.get(type);
            if (kind == null) {
                throw new IllegalArgumentException(
                        names.get(number)
                                + " reacts to "
                                + type.getSimpleName()
                                + ", expected one of its own or of a lower subsystem");
            }
            kind.reactions.add(decider(decide));
        }

        @Override
        public void answered(Subsystem.Answered handler) {
            once(answered.set(number, handler), Subsystem.Answered.class);
        }

        @Override
        public void refused(Subsystem.Refused handler) {
            once(refused.set(number, handler), Subsystem.Refused.class);
        }

        @Override
        public void resume(Subsystem.Resume resume) {
            if (resumers.stream().anyMatch(r -> r.subsystem() == number)) {
                once(resume, Subsystem.Resume.class);
            }
            resumers.add(new Resumer(number, resume));
        }

        @Override
        public void invariant(String name, Subsystem.Invariant invariant) {
            invariants.add(new NamedInvariant(names.get(number) + ": " + name, invariant));
        }

        @Override
        public void spans(List<Span> more) {
            for (Span span : more) {
                Declared declared = new Declared(number, Draws.text(span.name()));
                if (spanOwners.put(span.name(), declared) != null) {
                    throw new IllegalArgumentException(
                            "expected each span once, found " + span.name() + " twice");
                }
                spans.add(span);
            }
        }

        @Override
        public void contribute(Contribution contribution) {
            contributions.add(contribution);
        }

        @Override
        public <T extends Contribution> List<T> contributions(Class<T> kind) {
            List<T> view = new ArrayList<>();
            awaited.add(new Awaited<>(kind, view));
            return Collections.unmodifiableList(view);
        }

        @SuppressWarnings("unchecked") // looked up by the class of what is decided
        private Decider decider(Subsystem.Decide<?> decide) {
            return new Decider(number, (Subsystem.Decide<Object>) decide);
        }

        private void once(@Nullable Object old, Class<?> type) {
            if (old != null) {
                throw new IllegalArgumentException(
                        "expected one owner, found "
                                + names.get(number)
                                + " as a second one of "
                                + type.getSimpleName());
            }
        }
    }
}
