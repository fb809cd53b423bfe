/**
 * A question to a run: what if, at that time, the power of this machine went?
 *
 * <p>The run is brought to that time and forked. One branch gets the disturbance as commands from
 * outside, the other is left alone; both run on to the same instant, and are compared. A
 * perturbation has no type of its own: it is a list of commands. It models no real program and has
 * no tables.
 *
 * <p>Without a stated length both branches run until nothing but timers is pending in either, and
 * 30 simulated minutes more, so that slow detection shows.
 */
@NullMarked
package org.maquete.whatif;

import org.jspecify.annotations.NullMarked;
