/**
 * Placement 7 (Yoga): what each hypervisor has, what is taken, what may be promised.
 *
 * <p>In reality nova-compute reports an inventory of VCPU, MEMORY_MB and DISK_GB with total,
 * reserved amount and allocation ratio; the scheduler asks for candidates and claims. In a charmed
 * cloud the ratios come from nova-cloud-controller: cpu 2.0, ram 0.98, disk 1.0; 512 MB are
 * reserved. So a NUC of 4 threads and 16384 MB offers 8 VCPU and 15554 MB.
 *
 * <p>Modelled: inventories of the units of nova-compute that have been installed, allocations per
 * consumer, the check of a candidate (a float comparison of used + amount with (total - reserved) *
 * ratio, and no amount above the total); aggregates and traits of the hypervisors, and which of
 * them are candidates for a request and why not. Simplified: an inventory follows at once from the
 * machine and the options; of the traits that nova-compute reports those of the processor's
 * features are missing. Placement's own API, with traits, aggregates, nested and sharing providers
 * and generations, is the library {@link org.maquete.placement.api}; the hypervisors of a simulated
 * cloud do not go through it.
 *
 * <p>No durations. Sources: facts measured with placement 8.0.0; charm-nova-cloud-controller and
 * charm-nova-compute stable/yoga, config.yaml.
 */
@NullMarked
package org.maquete.placement;

import org.jspecify.annotations.NullMarked;
