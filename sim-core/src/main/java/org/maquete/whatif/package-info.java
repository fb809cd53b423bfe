/**
 * A question to a run: what if, at that time, the power of this machine went?
 *
 * <p>The run is brought to the time of the first disturbance and forked. One branch gets the
 * disturbances as commands from outside, each at its time, the other is left alone; both run on to
 * the same instant, and are compared. A perturbation has no type of its own: it is a list of
 * commands and whether they put something right. It models no real program and has no tables.
 *
 * <p>Without a stated length both branches run until nothing but timers is pending in either, and
 * 30 simulated minutes more, so that slow detection shows.
 *
 * <p>{@link org.maquete.whatif.Services} says which applications answer: by the truth of hosts and
 * networks, by what charms last said, and by what each needs for a request (relations). A majority
 * is asked of the charms whose units vote. {@link org.maquete.whatif.OperatorTasks} says what does
 * not come right by itself, and what a person does: rows of the deployment guide's chapter on power
 * events, and of the charm guide's operations pages.
 *
 * <p><b>Not modelled</b>: services that answer some requests and not others, virtual machines and
 * what runs in them.
 */
@NullMarked
package org.maquete.whatif;

import org.jspecify.annotations.NullMarked;
