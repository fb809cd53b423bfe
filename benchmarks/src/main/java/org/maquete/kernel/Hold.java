package org.maquete.kernel;

/**
 * The hold model [1]: a constant number of customers, each with one pending event; the earliest
 * event is taken and its customer's next one is put an exponential increment later. Exponential
 * increments have no memory, so the state is stationary from the start and nothing has to settle.
 *
 * <p>Queues and whole engines implement it over the same {@link Increments}, handed out in the
 * order in which events come. So all of them must see the same customers at the same times, which
 * their {@link Witness} shows: a benchmark that sorts wrongly or does less work cannot pass.
 *
 * <p>[1] D. W. Jones, An Empirical Comparison of Priority-Queue and Event-Set Implementations, CACM
 * 29(4), 1986.
 */
interface Hold {

    /** Takes and puts back exactly so many events. */
    void run(int events);

    /** What came so far. */
    Witness witness();

    /** How many events are pending; between runs always the number of customers. */
    long pending();
}
