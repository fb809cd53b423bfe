package org.maquete.kernel;

/** The hold model on one of our bare queues; ties are packed as in {@link EventQueue}. */
final class OrderHold implements Hold {

    private final PendingOrder queue;
    private final Increments increments = new Increments();
    private final Witness witness = new Witness();
    private long sequence;

    OrderHold(PendingOrder queue, int customers) {
        this.queue = queue;
        for (int customer = 0; customer < customers; customer++) {
            push(0, customer);
        }
    }

    private void push(long now, int customer) {
        queue.push(now + increments.next(), tie(sequence++, customer));
    }

    /** Lane WORK, then the sequence, then the customer in place of the slot. */
    static long tie(long sequence, int customer) {
        return (long) Lane.WORK.number() << 61 | sequence << 24 | customer;
    }

    static int customer(long tie) {
        return (int) tie & (1 << 24) - 1;
    }

    @Override
    public void run(int events) {
        for (int i = 0; i < events; i++) {
            long now = queue.firstTime();
            int customer = customer(queue.firstTie());
            queue.pop();
            witness.saw(now, customer);
            push(now, customer);
        }
    }

    @Override
    public Witness witness() {
        return witness;
    }

    @Override
    public long pending() {
        return queue.count();
    }
}
