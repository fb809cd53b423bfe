/**
 * A trace of requests end to end: our simulator with Nova's semantics beside CloudSim Plus with
 * first fit, on the same hosts and requests. {@code benchmarks/scheduler-trace/run} runs both in
 * turn, each in a JVM of its own from the start, and compares what they placed.
 *
 * <p>Ours ({@link org.maquete.nova.replay.TraceRace}): each request is an event; Placement's
 * candidates (at most 1,000), the eight filters of the charm, the ten weighers, the claim, a row, a
 * fact with its digest. Theirs: a data centre with {@code VmAllocationPolicyFirstFit}, a broker and
 * the same virtual machines, no cloudlets, logging off. Nothing is promised twice on either side.
 * Both clocks run from the trace in memory to the last machine placed: hosts are made within.
 *
 * <p>The two do not choose the same hosts: Nova spreads, first fit fills. What is compared is the
 * same work for somebody who wants to place 100,000 machines; that both placed all of them is
 * checked.
 */
@NullMarked
package org.maquete.nova.replay;

import org.jspecify.annotations.NullMarked;
