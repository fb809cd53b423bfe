/**
 * Nova 25 (Yoga): flavors, key pairs, servers and where they run.
 *
 * <p>In reality nova-api checks the request and answers at once; the scheduler asks Placement for
 * candidates, filters and weighs them; nova-compute on the chosen host makes a port, waits until
 * Neutron says that it is plugged, and starts the domain. BUILD becomes ACTIVE, or ERROR with a
 * fault: {@code No valid host was found. } when Placement had no candidate.
 *
 * <p>Modelled: the objects; the order of the client's look-ups for {@code server create} (image,
 * flavor, networks, security groups; the key pair only by Nova); quotas; floating addresses as the
 * client handles them ({@code server remove floating ip} never looks at the server). {@link
 * org.maquete.nova.scheduler.FilterScheduler} chooses the host, with the options of
 * nova-cloud-controller; equal hosts stay in order of their units, where the real order is
 * arbitrary. When there is no host, the fact {@link org.maquete.nova.HostsRuledOut} has the reason
 * for each: Placement's, or the filter's.
 *
 * <p>Where a server goes: host aggregates and the availability zones that they make ({@code
 * aggregate}, {@code availability zone list}), mirrored to Placement as members of aggregates with
 * the same uuid; server groups with their four policies and the rule max_server_per_host; hints;
 * {@code zone:host:node}, {@code --host} and {@code --hypervisor-hostname}; several servers in one
 * request, which get a host each or none at all; extra specs of flavors. {@link
 * org.maquete.nova.prefilter.RequestFilters} turns a request into the query to Placement; disabling
 * a nova-compute gives its provider the trait COMPUTE_STATUS_DISABLED. Moves keep zone, hints and
 * group of a server, not the host that was asked for.
 *
 * <p>The life of a server: {@link org.maquete.nova.ServerState} is what the database says
 * (vm_state, task_state, power_state) and the status that follows from it. {@link
 * org.maquete.nova.ServerAction} has for each action of the API the states in which it is allowed
 * and the steps that follow, each with the program that takes it: a step whose nova-compute or
 * nova-conductor does not run waits, as its message would in the queue. Moves go through Placement
 * as in reality: a migration holds the source while the server claims the destination; an
 * evacuation keeps both until the dead host is back. A service that reports no more is taken for up
 * for another 60 s, so requests still go there. Without nova-scheduler a request ends after 60 s
 * with {@code MessagingTimeout}. A build whose port cannot be bound is tried on three hosts. Local
 * disks die with their host: the fact {@link org.maquete.nova.ServerRebuilt} names it; with {@code
 * libvirt-image-backend=rbd} they are in Ceph, live migration wants no copy, and a pool that
 * carries out no writes keeps builds at {@code spawning} and deletions at {@code deleting}.
 *
 * <p>{@link org.maquete.nova.HostMemory} counts what a machine's memory and processors are used
 * for, containers included, beside what Nova believes; a rule warns when it is more than there is.
 * Servers whose host lost its power are {@code SHUTOFF} when it has booted.
 *
 * <p>{@code server event list} has what was asked of a server, each with one step where
 * nova-compute has several, and is forgotten with the server. With {@code
 * reclaim_instance_interval} in {@code config-flags} of nova-cloud-controller a deleted server can
 * be restored by its id, until nova-compute, with the same flag, reclaims it; volumes stay attached
 * meanwhile.
 *
 * <p>Volumes as disks ({@code Disks}, {@code DiskBuild}): attached and detached while a server
 * runs, booted from, made by nova-compute from an image; a build waits up to 183 s for a volume to
 * be made. {@code openstack volume list} is here because it asks both Nova and Cinder; for the same
 * reason {@code limits show}, {@code quota show} and {@code quota list}.
 *
 * <p>Simplified: of the steps of a build, {@code networking} takes no time of its own; a volume
 * that becomes available is noticed at once, where the real program looks every 3 s; alternates are
 * chosen anew for each attempt; a host's first alternates are not kept; an action that was cut
 * short by a dead nova-compute goes on when that is back (a build ends in ERROR, as in reality);
 * the scheduler does not work off what timed out; without {@code enable-resize} and {@code
 * enable-live-migration} moves fail and are undone, with the first line of libvirt's words; no
 * image is copied; the client speaks microversion 2.1, or what openstacksdk takes by itself; {@code
 * --os-compute-api-version} changes server groups, aggregates and the options of a new server that
 * need one, but no other table; the lists that are for administrators are shown to everybody; a
 * server that is alone in an affinity group cannot be moved (as in reality). A file named by {@code
 * --private-key} is not written, because a command of the client cannot write files here. Not
 * modelled: cells, ports with a vnic_type, rescue images, disks on volumes of shelved servers,
 * rebuild and rescue of servers on volumes, consoles, caching images for an aggregate.
 *
 * <p>Durations: see {@code ServerSpans}. Sources: nova unmaintained/yoga (compute/api.py,
 * compute/manager.py, conductor/manager.py); states and texts recorded from nova 26.2.2 and
 * python-openstackclient 6.0.0 on loopback.
 */
@NullMarked
package org.maquete.nova;

import org.jspecify.annotations.NullMarked;
