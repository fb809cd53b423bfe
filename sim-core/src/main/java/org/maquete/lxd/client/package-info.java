/**
 * The {@code lxc} command of LXD 5.0, as a person types it on a host.
 *
 * <p><b>In reality</b> {@code lxc} talks to the LXD of its host over a socket, so it knows the
 * containers of that host alone. It is typed there, through {@code juju ssh 0} or {@code ssh}.
 *
 * <p><b>Modelled</b>: {@code list} (table, JSON, YAML, CSV; columns {@code n s 4 6 t S m u}; names
 * and beginnings of names), {@code info}, {@code config show}, {@code start}, {@code stop}, {@code
 * restart}, each with its refusals; the bridge of the host that a container hangs on. All others,
 * {@code exec} among them, are not modelled.
 *
 * <p><b>Simplified</b>: a container has one interface, {@code eth0}. Its memory is that of its
 * services and its system, its processor time that of idle services since it started (GUESS, as the
 * figures of the services are). What nothing in the model decides is left out: process ids and
 * counts, the disk, counters of packets, hardware addresses, fingerprints of images. The table is
 * as wide as its cells.
 *
 * <p><b>Durations</b>: none of its own; what is started boots as long as containers do.
 *
 * <p><b>Sources</b>: lxd 5.0, lxc/list.go, lxc/info.go, lxc/action.go, shared/api/instance.go (the
 * order of keys), olekukonko/tablewriter; juju 3.6, container/lxd, for what Juju sets.
 */
@NullMarked
package org.maquete.lxd.client;

import org.jspecify.annotations.NullMarked;
