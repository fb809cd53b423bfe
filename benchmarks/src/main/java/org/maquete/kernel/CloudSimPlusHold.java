package org.maquete.kernel;

import ch.qos.logback.classic.Level;
import java.util.concurrent.atomic.AtomicInteger;
import org.cloudsimplus.core.CloudSimEntity;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.core.Simulation;
import org.cloudsimplus.core.events.SimEvent;
import org.cloudsimplus.util.Log;

/**
 * The hold model on the whole engine of CloudSim Plus: one entity that schedules to itself.
 *
 * <p>How its engine takes an event (version 8.5.7): a call of {@code runFor} lets every entity
 * handle what is deferred for it, then moves the events of the next instant from the future queue
 * (a {@code TreeSet}) to the deferred queue (a linked list) and the clock to that instant. {@code
 * runFor(Double.MAX_VALUE)} is one turn of the loop inside its {@code start()}, with nothing added;
 * any shorter interval gives the same turn or, when nothing is due in it, only moves the clock. So
 * between runs the events of the next instant are deferred and the rest are future. Events of one
 * instant are handled in one turn: a run may overshoot by those, and the next one is shorter by as
 * many. Logging is off; no termination time is set, as it would be checked and logged.
 */
final class CloudSimPlusHold implements Hold {

    private static final int HOLD_TAG = 1;

    private final Increments increments = new Increments();
    private final Witness witness = new Witness();
    private final int customers;
    private final CloudSimPlus engine;
    private final Holder holder;
    private long wanted;

    CloudSimPlusHold(int customers) {
        this.customers = customers;
        Log.setLevel(Level.OFF);
        engine = new CloudSimPlus(1 / Increments.TICKS_PER_SECOND);
        holder = new Holder();
        engine.startSync();
        engine.runFor(Double.MAX_VALUE);
    }

    private final class Holder extends CloudSimEntity {

        Holder() {
            super(engine);
        }

        @Override
        protected void startInternal() {
            for (int customer = 0; customer < customers; customer++) {
                hold(customer);
            }
        }

        @Override
        public void processEvent(SimEvent event) {
            if (event.getData() instanceof Integer customer) {
                long ticks = (long) (getSimulation().clock() * Increments.TICKS_PER_SECOND);
                witness.saw(ticks, customer);
                hold(customer);
            }
        }

        private void hold(Integer customer) {
            schedule(increments.next() / Increments.TICKS_PER_SECOND, HOLD_TAG, customer);
        }
    }

    @Override
    public void run(int events) {
        wanted += events;
        while (witness.events() < wanted) {
            engine.runFor(Double.MAX_VALUE);
        }
    }

    @Override
    public Witness witness() {
        return witness;
    }

    @Override
    public long pending() {
        return engine.getNumberOfFutureEvents(Simulation.ANY_EVT) + deferred();
    }

    /** There is no accessor, but a search that fails has seen all of them. */
    private int deferred() {
        AtomicInteger seen = new AtomicInteger();
        engine.findFirstDeferred(
                holder,
                _ -> {
                    seen.incrementAndGet();
                    return false;
                });
        return seen.get();
    }
}
