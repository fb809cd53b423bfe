/**
 * The same plan many times with other luck, on all cores: how long it takes until everything is
 * active, how much that varies, and what the time is spent on.
 *
 * <p>{@link org.maquete.sweep.Replications} hands the numbers 0, 1, 2, ... to its threads. A
 * replication is a whole run of its own: its seed follows from the seed of the plan and its number
 * ({@link org.maquete.sweep.Replication#seed}), so it does not matter which thread takes it, how
 * many there are, or in which order they end: results are put at their number and read in that
 * order. What a thread needs it makes itself, model included, because a catalogue of charms reads
 * its texts when it first needs them and is for one thread. Nothing is shared but the next number,
 * the array of results and the wish to stop.
 *
 * <p>{@link org.maquete.sweep.Summary} gives percentiles by nearest rank: each is a time that some
 * replication had, and that replication can be looked at by its seed. It adds whole nanoseconds, so
 * it depends on no order either.
 *
 * <p>Only the luck is varied: the length of every {@link org.maquete.kernel.Span} and the ties that
 * a real program leaves open. Who wants to vary the lab, the plan or a duration gives another lab
 * file. Not here yet: sweeps over axes of a scenario, Spark as the engine.
 */
@NullMarked
package org.maquete.sweep;

import org.jspecify.annotations.NullMarked;
