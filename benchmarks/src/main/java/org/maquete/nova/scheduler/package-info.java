/**
 * Decisions a second of our scheduler, beside those of the real one. Input and answers are the
 * same: {@code --bench} of the recorder {@code nova_scheduler.py} builds the same hosts, asks the
 * real code of Nova in process for the same request again and again, and both print a fingerprint
 * of the first ten choices. {@code benchmarks/scheduler/run} runs both, in turn.
 *
 * <p>A decision is what HostManager does for one server: filter with the eight filters of the
 * charm, weigh with the ten weighers, take the heaviest host and consume. Servers leave in the
 * order in which they came, so that hosts never run full. Not measured: Placement, RPC, databases.
 */
@NullMarked
package org.maquete.nova.scheduler;

import org.jspecify.annotations.NullMarked;
