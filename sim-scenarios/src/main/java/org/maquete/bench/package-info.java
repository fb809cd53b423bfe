/**
 * Policies of Nova's scheduler side by side on one trace: {@code ./maquete bench scheduler}.
 *
 * <p>{@link org.maquete.bench.PolicyRuns} plays the trace to each policy once for each seed (see
 * the chapter {@code nova.replay} of sim-core) and times it here, outside the simulation: time per
 * decision is what the policy takes among the candidates it is given; time per request is all of
 * it, Placement's search, claim, rows and events too. Runs are one after the other on one thread,
 * so that they do not disturb each other's times; a policy's first run is slower, while its code is
 * being compiled. All but the times is the same bytes on every machine.
 *
 * <p>What a seed varies: a synthetic trace (arrivals, lifetimes, flavors, hosts), draws of the
 * policy {@code random}, and with an imported trace and more than one seed the order of the hosts,
 * which in a real cloud is arbitrary. {@link org.maquete.bench.Interval} is the mean over the seeds
 * and its 95 % confidence interval by Student's t; seeds are independent by construction.
 *
 * <p>{@link org.maquete.bench.Metric} says what is measured. Printed as text, CSV, JSON ({@code
 * scheduler-bench.schema.json}) and one page of HTML with inline SVG.
 */
@NullMarked
package org.maquete.bench;

import org.jspecify.annotations.NullMarked;
