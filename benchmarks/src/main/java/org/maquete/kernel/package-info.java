/**
 * Measurements of the kernel: its queue beside {@link java.util.PriorityQueue} and beside the
 * engine of CloudSim Plus, one step with facts and digest, and forks. Counters that do not depend
 * on the machine stand in the names of the benchmarks: pending events, hosts, boots, rows.
 *
 * <p>Not measured here: reading runbooks, subsystems, the start of the JVM. Only ratios between
 * benchmarks of one run mean anything on a shared machine; {@code benchmarks/run} writes the load
 * beside its results.
 */
@NullMarked
package org.maquete.kernel;

import org.jspecify.annotations.NullMarked;
