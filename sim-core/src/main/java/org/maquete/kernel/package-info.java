/**
 * The discrete-event kernel: time, order, cause, memory. It models no real program.
 *
 * <p>A {@link org.maquete.kernel.Model} is a list of {@link org.maquete.kernel.Subsystem}s; a
 * {@link org.maquete.kernel.Simulation} is a model's world with a clock, a queue and a journal. The
 * vocabulary:
 *
 * <ul>
 *   <li>{@link org.maquete.kernel.Command}: what is asked. One owner decides: facts, further
 *       commands, later events, an answer; or one {@link org.maquete.kernel.Refusal} and nothing
 *       else.
 *   <li>{@link org.maquete.kernel.Event}: due at a time; ids and values, so that a queue can be
 *       forked, compared and stored.
 *   <li>{@link org.maquete.kernel.Fact}: has happened. Only its owner's fold writes rows, and only
 *       its own rows. Others react.
 * </ul>
 *
 * <p>Order at one instant is lane ({@link org.maquete.kernel.Lane}), then order of scheduling.
 * Inside a step the agenda is first in, first out. Nothing else orders anything: no hash, no
 * thread, no clock of the machine. Luck is keyed ({@link org.maquete.kernel.Draws}).
 *
 * <p>How long something takes is a {@link org.maquete.kernel.Span}: a name, a {@link
 * org.maquete.kernel.Distribution} and a source, declared by its subsystem and replaceable by name
 * in the settings of a run. A handler draws it with {@link org.maquete.kernel.Outcome#draw}; one
 * that nobody declares is refused, so the list of spans is complete by construction. A full journal
 * keeps each length that was drawn beside its entries.
 *
 * <p>A pending event that was cancelled stays in the queue as a stale entry and is dropped when it
 * comes up; when most of a large queue is stale, it is built anew.
 *
 * <p>The truth of a run is its {@link org.maquete.kernel.Settings} and its input log ({@link
 * org.maquete.kernel.Input}); facts are the consequence. An input is pinned to the number of the
 * last thing that had happened, so {@link org.maquete.kernel.Simulation#replay} repeats it exactly.
 *
 * <p>Limits: {@value org.maquete.kernel.Simulation#STEP_LIMIT} items in a step, 2^24 pending
 * events, 2^37 events in a run, {@value org.maquete.kernel.Timeline#SNAPSHOT_LIMIT} snapshots.
 */
@NullMarked
package org.maquete.kernel;

import org.jspecify.annotations.NullMarked;
