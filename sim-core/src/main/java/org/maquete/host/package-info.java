/**
 * Everything that runs an operating system: a machine of the rack, a container, a virtual machine.
 * The real program behind it is Linux with systemd (Ubuntu 22.04).
 *
 * <p><b>In reality</b> a system boots when what it runs on runs, systemd then starts the enabled
 * services, and all of it ends at once when the power fails or the machine below it stops.
 *
 * <p><b>Modelled</b>: hosts as a tree (machine, containers on it, instances on it), booting, up,
 * down; services that run or not, and that systemd starts again when they were killed; full disks;
 * wrong clocks; who reaches whom, as far as power, cables and links decide it, with {@link
 * org.maquete.host.NetworkLost} when a machine loses its last link. A power cut reaches every host
 * and service on the machine in its own step: {@code PoweredOff} of hardware, then {@link
 * org.maquete.host.HostDied} of the machine and of each host on it, each followed by {@link
 * org.maquete.host.ServiceDied} of its services. Whoever models a program above subscribes to these
 * and never to hardware. A machine that gets power boots its system, if it has one.
 *
 * <p><b>Simplified</b>: every service that was ever started on a host is enabled, so it starts
 * again at the end of the next boot, all at the same instant. An orderly shutdown takes no time.
 * What hangs on a host does not boot with it: LXD and Nova decide about containers and instances. A
 * container has the file system and the clock of what it runs on (LXD with its directory pool, as
 * Juju makes it). A clock is wrong until somebody sets it or the host boots (chrony: {@code
 * makestep 1 3}); a service that a stopped host had is enabled and starts whatever is on its disk.
 *
 * <p><b>Not modelled</b>: clocks that drift by themselves, disks that fill by themselves, the limit
 * of starts of systemd, memory pressure, the order of units of systemd, kernel panics, routes,
 * filters and name resolution.
 *
 * <p><b>Durations</b>: {@code host.boot-nuc}, {@code host.boot-container}, {@code
 * host.boot-instance}, {@code host.restart-service}; all GUESS, see the spans of {@code
 * HostSubsystem}.
 */
@NullMarked
package org.maquete.host;

import org.jspecify.annotations.NullMarked;
