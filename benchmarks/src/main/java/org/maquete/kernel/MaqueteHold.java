package org.maquete.kernel;

import java.util.List;
import org.maquete.world.ColumnKey;
import org.maquete.world.Sink;

/**
 * The hold model on our whole engine: a subsystem whose handler schedules its event again. With
 * facts it also says that the customer was held, and the fold of that counts it in a column; the
 * journal keeps the digest only.
 */
final class MaqueteHold implements Hold {

    private final Increments increments = new Increments();
    private final Witness witness = new Witness();
    private final int customers;
    private final boolean facts;
    private final Simulation run;

    MaqueteHold(int customers, boolean facts) {
        this.customers = customers;
        this.facts = facts;
        Model model = new Model(List.of(new Holding()));
        run = new Simulation(model, Settings.DEFAULT.with(JournalMode.DIGEST));
        run.submit(new Arrive(), new Origin.Person("benchmark"));
    }

    @Override
    public void run(int events) {
        for (int i = 0; i < events; i++) {
            run.step();
        }
    }

    /** Fails unless the journal has as many facts as it should. */
    @Override
    public Witness witness() {
        long wanted = facts ? witness.events() : 0;
        if (run.journal().factCount() != wanted) {
            throw new IllegalStateException(
                    "expected " + wanted + " facts, found " + run.journal().factCount());
        }
        return witness;
    }

    @Override
    public long pending() {
        return run.pending().size();
    }

    /** All customers come for the first time. */
    private record Arrive() implements Command {
        @Override
        public Ref subject() {
            return Ref.NONE;
        }

        @Override
        public void encode(Sink sink) {
            sink.number("arrive", 1);
        }
    }

    private record HoldDue(int customer) implements Event {
        @Override
        public Lane lane() {
            return Lane.WORK;
        }

        @Override
        public Ref target() {
            return new Ref("customer", Integer.toString(customer));
        }

        @Override
        public void encode(Sink sink) {
            sink.number("customer", customer);
        }
    }

    private record Held(int customer) implements Fact {
        @Override
        public Ref subject() {
            return new Ref("customer", Integer.toString(customer));
        }

        @Override
        public void encode(Sink sink) {
            sink.number("customer", customer);
        }
    }

    /**
     * The handler. Increments and witness lie outside the world, as they do for the peer: they are
     * the bench, not the model, and no run of this is forked.
     */
    private final class Holding implements Subsystem {

        /** There are no rows beneath, so a rebuild has nothing to say. */
        private static final ColumnKey<ColumnKey.Ints> HELD =
                new ColumnKey<>("hold.held", (_, _) -> {});

        @Override
        public String name() {
            return "hold";
        }

        @Override
        public void declare(Registry registry) {
            registry.ints(HELD);
            registry.command(
                    Arrive.class,
                    (_, _, out) -> {
                        for (int customer = 0; customer < customers; customer++) {
                            out.schedule(increments.next(), new HoldDue(customer));
                        }
                    });
            registry.event(
                    HoldDue.class,
                    (due, _, out) -> {
                        witness.saw(out.now(), due.customer);
                        if (facts) {
                            out.fact(new Held(due.customer));
                        }
                        out.schedule(increments.next(), due);
                    });
            registry.fact(
                    Held.class,
                    (fact, _, edits) -> {
                        int held = edits.world().ints(HELD).get(fact.customer);
                        edits.put(HELD, fact.customer, held + 1);
                    });
        }
    }
}
