/**
 * LXD 5.0 as Juju 3 uses it: containers on the machines that MAAS deployed.
 *
 * <p><b>In reality</b> Juju's machine agent on each host asks the local LXD for one container after
 * the other: it fetches the image the first time, makes the container and starts it. Containers
 * have {@code boot.autostart} set, so they come back with their host.
 *
 * <p><b>Modelled</b>: a queue per host, worked off one by one in order of asking; the image of a
 * host; the progress messages that Juju shows as machine status; start, stop with the host, start
 * again after it; deletion. A creation that loses its host begins anew when the host is back. An
 * image fetched half is fetched again.
 *
 * <p><b>Simplified</b>: the real progress message counts percents ({@code Retrieving image: rootfs:
 * 37% (5.12MB/s)}); here one message stands for the second half of the fetch. {@code Container
 * started} comes when the system in the container has booted.
 *
 * <p><b>Not modelled</b>: profiles, storage pools, clusters, limits, virtual machines, snapshots,
 * migration, a full disk. What a person types is in {@link org.maquete.lxd.client}.
 *
 * <p><b>Durations</b>: {@code lxd.fetch-image} and {@code lxd.create}, both GUESS: 2 to 4 minutes
 * for the first container on a host, then 40 to 90 seconds each.
 *
 * <p><b>Sources</b>: juju 3.6, container/lxd (messages); LXD REST documentation (status codes).
 */
@NullMarked
package org.maquete.lxd;

import org.jspecify.annotations.NullMarked;
