/**
 * What nova-scheduler asks Placement for: the query of {@code GET /allocation_candidates}.
 *
 * <p>In reality nova-scheduler runs the request filters over a request, each of which adds traits
 * or aggregates that the root provider must or must not have; then it turns flavor, image and
 * wishes into groups of resources and sends all as one query, with {@code limit} unless the request
 * depends on where other servers are. Host aggregates of Nova are aggregates of Placement with the
 * same uuid; a disabled nova-compute has the trait COMPUTE_STATUS_DISABLED.
 *
 * <p>Modelled: require_tenant_aggregate, map_az_to_placement_aggregate, require_image_type_support,
 * compute_status_filter, isolate_aggregates, transform_image_metadata, accelerators_filter; from
 * flavor and image {@code resources:}, {@code trait:}, {@code group_policy}, pinned processors,
 * threads of the emulator, persistent memory, TPM, secure boot, encrypted memory and the PCI policy
 * {@code socket}; the forced or requested host as {@code in_tree}.
 *
 * <p>Simplified: whether a trait that a filter computes is one of os-traits is decided by a list of
 * those names that the filters can make. A request that the API refuses before (a flavor that
 * contradicts its image) is not refused here. Not modelled: routed networks with segments, ports
 * that ask for bandwidth or are managed remotely, device profiles of Cyborg beside the trait, the
 * policy {@code mixed} of processors.
 *
 * <p>No durations. Sources: nova yoga, scheduler/request_filter.py, scheduler/utils.py,
 * objects/request_spec.py, virt/hardware.py; compared with nova 26.2.2, whose further filter
 * (encryption of ephemeral disks) and trait (vIOMMU) are left out.
 */
@NullMarked
package org.maquete.nova.prefilter;

import org.jspecify.annotations.NullMarked;
