/**
 * The scheduler of Nova 25 (Yoga): which host a server goes to, and why.
 *
 * <p>In reality nova-scheduler asks Placement for candidates, builds a HostState from each compute
 * node, drops hosts by the enabled filters in their order, weighs the rest, and claims the heaviest
 * in Placement; a claim that fails takes the next. Weights are sums of doubles: the same order of
 * operations gives the same bits. Hosts of equal weight stay in the order of a Python set, which is
 * arbitrary and changes with each start of the process.
 *
 * <p>Modelled: every shipped filter, the ten weighers with normalisation and multipliers by
 * aggregate, forced, ignored and requested hosts, server groups with hard and soft policies,
 * requests for many servers, alternates, claims, the options of nova.conf and of the charm, and the
 * errors on which the real one ends. {@link org.maquete.nova.scheduler.FilterScheduler} is Nova's
 * policy; {@link org.maquete.nova.scheduler.Scheduler} is where another one is put in. {@link
 * org.maquete.nova.scheduler.SchedulerVectors} replays what the real code has answered. A decision
 * can be kept as an {@link org.maquete.nova.scheduler.Explanation}, which tells whenever it is read
 * of the hosts as they were then.
 *
 * <p>Simplified: NUMATopologyFilter and PciPassthroughFilter let requests pass that ask for neither
 * NUMA nor PCI; one that does ends with the error NotModelled. Attributes of a HostState whose text
 * would be that of a Python object (metrics, aggregates, instances) have no value in extra specs
 * and queries. Not modelled: filters and weighers of one's own in Python, weights that are no
 * number, hosts of several nova-scheduler processes that race.
 *
 * <p>No durations. Sources: nova unmaintained/yoga and Debian's nova 26.2.2 (no line differs in
 * filters, weights, host_manager.py and manager.py); 525 recorded decisions of both.
 */
@NullMarked
package org.maquete.nova.scheduler;

import org.jspecify.annotations.NullMarked;
