package org.maquete.kernel;

import java.util.PriorityQueue;

/** The hold model on the queue of the JDK, with a record an event, as one would write it. */
final class JdkHold implements Hold {

    private final PriorityQueue<Due> queue = new PriorityQueue<>();
    private final Increments increments = new Increments();
    private final Witness witness = new Witness();
    private long sequence;

    private record Due(long ticks, long tie) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = Long.compare(ticks, other.ticks);
            return byTime != 0 ? byTime : Long.compare(tie, other.tie);
        }
    }

    JdkHold(int customers) {
        for (int customer = 0; customer < customers; customer++) {
            push(0, customer);
        }
    }

    private void push(long now, int customer) {
        queue.add(new Due(now + increments.next(), OrderHold.tie(sequence++, customer)));
    }

    @Override
    public void run(int events) {
        for (int i = 0; i < events; i++) {
            Due due = queue.remove();
            int customer = OrderHold.customer(due.tie);
            witness.saw(due.ticks, customer);
            push(due.ticks, customer);
        }
    }

    @Override
    public Witness witness() {
        return witness;
    }

    @Override
    public long pending() {
        return queue.size();
    }
}
