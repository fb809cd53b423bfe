package org.maquete.kernel;

import java.util.ArrayList;
import java.util.List;
import org.maquete.world.ColumnKey;
import org.maquete.world.Row;
import org.maquete.world.Sink;
import org.maquete.world.Table;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/**
 * A small model with three layers: a store of boxes below, a clerk who watches it, and a boss who
 * asks and hears answers. Boxes grow by events at random instants and are renewed by timers.
 */
final class Toy {

    /** A box; {@code growth} is the pending event that makes it grow. */
    record Box(int id, String key, long size, long bornNs, EventId growth) implements Row {
        @Override
        public void encode(Sink sink) {
            sink.text("key", key).number("size", size).number("bornNs", bornNs);
        }
    }

    /** What the clerk noted about a box. */
    record Note(int id, String key, long seen) implements Row {
        @Override
        public void encode(Sink sink) {
            sink.text("key", key).number("seen", seen);
        }
    }

    record AddBox(String name) implements Command {
        @Override
        public Ref subject() {
            return new Ref("box", name);
        }

        @Override
        public void encode(Sink sink) {
            sink.text("name", name);
        }
    }

    record RemoveBox(String name) implements Command {
        @Override
        public Ref subject() {
            return new Ref("box", name);
        }

        @Override
        public void encode(Sink sink) {
            sink.text("name", name);
        }
    }

    record Grow(String name, Lane lane) implements Event {
        @Override
        public Ref target() {
            return new Ref("box", name);
        }

        @Override
        public void encode(Sink sink) {
            sink.text("name", name).text("lane", lane.name());
        }
    }

    record BoxAdded(int id, String name, EventId growth) implements Fact {
        @Override
        public Ref subject() {
            return new Ref("box", name);
        }

        @Override
        public void encode(Sink sink) {
            sink.number("id", id).text("name", name);
        }
    }

    record BoxGrew(String name, long by, EventId growth) implements Fact {
        @Override
        public Ref subject() {
            return new Ref("box", name);
        }

        @Override
        public void encode(Sink sink) {
            sink.text("name", name).number("by", by);
        }
    }

    record BoxRemoved(String name) implements Fact {
        @Override
        public Ref subject() {
            return new Ref("box", name);
        }

        @Override
        public void encode(Sink sink) {
            sink.text("name", name);
        }
    }

    record Noted(String name, long seen) implements Fact {
        @Override
        public Ref subject() {
            return new Ref("note", name);
        }

        @Override
        public void encode(Sink sink) {
            sink.text("name", name).number("seen", seen);
        }
    }

    static final TableKey<Box> BOXES = TableKey.keyed("store.box");
    static final TableKey<Note> NOTES = TableKey.keyed("clerk.note");
    static final ColumnKey<ColumnKey.Longs> SIZES =
            new ColumnKey<>(
                    "store.size",
                    (world, into) -> world.table(BOXES).forEach(b -> into.put(b.id(), b.size())));
    static final Span GROWTH =
            new Span("store.growth", new Distribution.Uniform(1, 5_000), "GUESS: a toy");
    static final long SIZE_MAX = 40;

    private Toy() {}

    static Model model() {
        return new Model(List.of(new Store(), new Clerk()));
    }

    static final class Store implements Subsystem {
        @Override
        public String name() {
            return "store";
        }

        @Override
        public void declare(Registry registry) {
            registry.tables(BOXES);
            registry.longs(SIZES);
            registry.command(AddBox.class, Store::add);
            registry.command(RemoveBox.class, Store::remove);
            registry.event(Grow.class, Store::grow);
            registry.fact(
                    BoxAdded.class,
                    (fact, timeNs, edits) ->
                            edits.insert(
                                    BOXES, new Box(fact.id, fact.name, 0, timeNs, fact.growth)));
            registry.fact(
                    BoxGrew.class,
                    (fact, _, edits) -> {
                        Box old = edits.world().table(BOXES).get(fact.name);
                        long size = old.size() + fact.by;
                        edits.set(BOXES, new Box(old.id, old.key, size, old.bornNs, fact.growth));
                        edits.put(SIZES, old.id, size);
                    });
            registry.fact(
                    BoxRemoved.class,
                    (fact, _, edits) -> {
                        int id = edits.world().table(BOXES).idOf(fact.name);
                        edits.remove(BOXES, id);
                        edits.put(SIZES, id, 0L);
                    });
            registry.resume(Store::resume);
            registry.spans(List.of(GROWTH));
            registry.invariant("no box is too large", Store::tooLarge);
        }

        private static void add(AddBox command, World world, Outcome out) {
            Table<Box> boxes = world.table(BOXES);
            EventId growth = schedule(command.name, 0, out);
            out.fact(new BoxAdded(boxes.nextId(), command.name, growth));
            if (boxes.has(command.name)) {
                out.refuse(Refusal.of("taken", "box " + command.name + " exists"));
            } else {
                out.answer(Answer.of("added " + command.name));
            }
        }

        private static void remove(RemoveBox command, World world, Outcome out) {
            if (world.table(BOXES).has(command.name)) {
                out.cancel(world.table(BOXES).get(command.name).growth());
                out.fact(new BoxRemoved(command.name));
            } else {
                out.refuse(Refusal.missing("404", "no box", "box", command.name));
            }
        }

        private static void grow(Grow event, World world, Outcome out) {
            Box box = world.table(BOXES).get(event.name);
            long by = out.draws(event.name, "by", box.size()).between(1, 3);
            EventId next = EventId.NONE;
            if (box.size() + by < SIZE_MAX) {
                next = schedule(event.name, box.size() + by, out);
            }
            out.fact(new BoxGrew(event.name, by, next));
        }

        private static EventId schedule(String name, long n, Outcome out) {
            Lane lane = n % 5 == 4 ? Lane.TIMER : Lane.WORK;
            return out.schedule(out.draw(GROWTH, name, n), new Grow(name, lane));
        }

        private static void resume(World world, Outcome out) {
            for (Box box : world.table(BOXES)) {
                if (box.size() < SIZE_MAX) {
                    EventId growth = schedule(box.key(), box.size(), out);
                    out.fact(new BoxGrew(box.key(), 0, growth));
                }
            }
        }

        private static List<String> tooLarge(World world) {
            List<String> wrong = new ArrayList<>();
            world.table(BOXES)
                    .where(b -> b.size() > SIZE_MAX + 3)
                    .forEach(b -> wrong.add(b.key() + " has " + b.size()));
            return wrong;
        }
    }

    static final class Clerk implements Subsystem {
        @Override
        public String name() {
            return "clerk";
        }

        @Override
        public void declare(Registry registry) {
            registry.tables(NOTES);
            registry.fact(
                    Noted.class,
                    (fact, _, edits) -> {
                        Table<Note> notes = edits.world().table(NOTES);
                        int id = notes.idOf(fact.name);
                        if (id < 0) {
                            edits.insert(NOTES, new Note(notes.nextId(), fact.name, fact.seen));
                        } else {
                            edits.set(NOTES, new Note(id, fact.name, fact.seen));
                        }
                    });
            registry.react(
                    BoxGrew.class,
                    (fact, world, out) -> {
                        // The box may have been removed since; then there is nothing to note.
                        world.table(BOXES)
                                .find(fact.name)
                                .ifPresent(b -> out.fact(new Noted(fact.name, b.size())));
                    });
        }
    }

    /** A subsystem given as its name and what it declares. */
    record Ad(String name, Declare declare) implements Subsystem {
        @Override
        public void declare(Registry registry) {
            declare.to(registry);
        }
    }

    interface Declare {
        void to(Registry registry);
    }

    static String text(Journal journal) {
        StringBuilder text = new StringBuilder();
        journal.entries().forEach(e -> text.append(e.text()).append('\n'));
        return text.toString();
    }
}
