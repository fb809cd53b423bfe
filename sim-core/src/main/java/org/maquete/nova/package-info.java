/**
 * Nova 25 (Yoga): flavors, key pairs, servers and where they run.
 *
 * <p>In reality nova-api checks the request and answers at once; the scheduler asks Placement for
 * candidates, filters and weighs them; nova-compute on the chosen host makes a port, waits until
 * Neutron says that it is plugged, and starts the domain. BUILD becomes ACTIVE, or ERROR with a
 * fault: {@code No valid host was found. } when Placement had no candidate.
 *
 * <p>Modelled: the objects; the order of the client's look-ups for {@code server create} (image,
 * flavor, networks, security groups; the key pair only by Nova); quotas; the states over time;
 * stop, start, delete; floating addresses as the client handles them ({@code server remove floating
 * ip} never looks at the server). {@link org.maquete.nova.scheduler.FilterScheduler} chooses the
 * host, with the options of nova-cloud-controller; equal hosts stay in order of their units, where
 * the real order is arbitrary. When there is no host, the fact {@link
 * org.maquete.nova.HostsRuledOut} has the reason for each.
 *
 * <p>{@link org.maquete.nova.HostMemory} counts what a machine's memory and processors are used
 * for, containers included, beside what Nova believes; a rule warns when it is more than there is.
 * Servers whose host lost its power are {@code SHUTOFF} when it has booted.
 *
 * <p>Simplified: a build that fails is not tried again on another host; a host counts as up when
 * its nova-compute runs, is reached, and has a clock that is less than 60 s off; no image is
 * copied; a request carries no hints, groups, zone or image properties. A file named by {@code
 * --private-key} is not written, because a command of the client cannot write files here. Not
 * modelled: cells, migration, resize, rebuild, server groups, volumes as root disks, consoles,
 * aggregates, availability zones.
 *
 * <p>Durations: see {@link org.maquete.nova.NovaSubsystem}. Sources: nova unmaintained/yoga; texts
 * recorded from nova 26.2.2 and python-openstackclient 6.0.0 on loopback.
 */
@NullMarked
package org.maquete.nova;

import org.jspecify.annotations.NullMarked;
