/**
 * A trace of requests played to Nova's scheduler, to compare policies.
 *
 * <p>In reality nova-api takes a request, nova-scheduler asks Placement for allocation candidates
 * (at most max_placement_results, {@value org.maquete.nova.replay.Cloud#CANDIDATES_MAX}), filters
 * and weighs them, claims the best in Placement, and nova-compute builds the server; deleting it
 * frees the claim. {@link org.maquete.nova.replay.TraceReplay} is that as a subsystem of the
 * kernel: a request that is due gives {@link org.maquete.nova.replay.ServerPlaced} or {@link
 * org.maquete.nova.replay.ServerRefused}, its end {@link org.maquete.nova.replay.ServerLeft}. What
 * decides is any {@link org.maquete.nova.scheduler.Scheduler}; {@link
 * org.maquete.nova.replay.Policy} names those that come with Maquete.
 *
 * <p>Modelled: capacity as Placement computes it, (total - reserved) * allocation_ratio compared as
 * a float, max_unit = total, the limit of candidates in the fixed order of the hosts, claims,
 * departures, GPUs as a resource class of their own and their models as traits of which one is
 * required. Simplified: a server is built at once, so no I/O operation is under way when the next
 * request comes; requests are decided one after the other, so no claim is lost to another scheduler
 * and no alternate is needed; disks are the host's own. Not modelled: queues for requests that
 * found no host (they are refused, as Nova does), migration, hosts that fail, the share of one
 * device that a GPU request may need, sizes that are no whole VCPU (rounded up; a host's down).
 *
 * <p>Policies behind the seam see VCPU, memory and disk. GPUs are Placement's business, as in Nova
 * 25: hosts without enough of them are no candidates.
 *
 * <p>What {@link org.maquete.nova.replay.ReplayResult} counts is defined there. No durations.
 * Sources: nova yoga, scheduler/manager.py and conf/scheduler.py; placement 8.0.0.
 */
@NullMarked
package org.maquete.nova.replay;

import org.jspecify.annotations.NullMarked;
