/**
 * Measurements of the kernel: its queue beside {@link java.util.PriorityQueue}, its engine beside
 * that of CloudSim Plus, one step with rows, facts and digest, and forks.
 *
 * <p>Peers are compared on the same input with the same answer: all of them implement {@link
 * org.maquete.kernel.Hold}, and one that does not give the events in the same order at the same
 * times fails. A bare queue is compared with bare queues, an engine with an engine.
 *
 * <p>Counters that do not depend on the machine stand beside the times: pending events, hosts,
 * boots and rows in the names, bytes allocated an operation in the results, and in lines that begin
 * with {@code # counted} the clock and the order of the hold model.
 *
 * <p>Not measured here: reading runbooks, subsystems, the start of the JVM. Only ratios between
 * benchmarks of one run mean anything on a shared machine; {@code benchmarks/run} takes peers in
 * turn, in three rounds of fresh JVMs, and writes the load beside its results.
 */
@NullMarked
package org.maquete.kernel;

import org.jspecify.annotations.NullMarked;
