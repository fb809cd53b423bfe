/**
 * MAAS 3.5: it owns the machines of the rack, installs systems on them and assigns addresses.
 *
 * <p><b>In reality</b> a machine is enlisted, commissioned, Ready; an agent (here a Juju model)
 * allocates one by constraints, deploys it and releases it. During a deployment the machine boots
 * from the network, an ephemeral system writes the image to the disk, and the machine boots from
 * there. MAAS watches by a deadline only: whatever happens to the machine, it fails the deployment
 * when the deadline passes.
 *
 * <p><b>Modelled</b>: the 23 statuses and the moves MAAS allows ({@link
 * org.maquete.maas.NodeStatus}, enforced); allocation among Ready machines by tags, excluded tags,
 * threads, memory, architecture, zone and name, the cheapest first (threads + memory in GiB, so
 * {@code tags=compute} gives the smallest such machine); the texts of its refusals; deployment in
 * steps with their status messages, its deadline of 30 minutes, restart of the installer when power
 * returns before the deadline; release; one managed subnet with DHCP range and reserved ranges;
 * addresses for machines at the start of a deployment and for containers when Juju asks; boot
 * images, which must be synced.
 *
 * <p><b>Simplified</b>: MAAS leaves the order of equally cheap machines to its database; here it is
 * a keyed draw, the same for the same seed. An address is the lowest free one outside gateway, DNS,
 * region controller, DHCP range and reserved ranges (MAAS takes the first of its free ranges; it
 * also avoids addresses it has seen in use by others, which is not modelled). Power commands are
 * carried out at once. All machines are amd64. A release wipes nothing and takes as long as
 * switching off.
 *
 * <p><b>Not modelled</b>: commissioning and testing runs, disk erasing, rescue mode, pods, spaces,
 * fabrics, VLANs, bonds, storage and interface constraints, users, resource pools as a constraint,
 * DNS, rack controllers, the web UI, the {@code maas} command line.
 *
 * <p><b>Durations</b>: one span for each step, GUESS, together 6 to 12 minutes with the boot of the
 * machine; deadline from MAAS's default {@code node_timeout}.
 *
 * <p><b>Sources</b>: canonical/maas branch 3.5 (node_status.py, api/machines.py,
 * node_constraint_filter_forms.py, status_monitor.py); juju/gomaasapi for the order in which Juju
 * sends constraints (the form is encoded sorted by key).
 */
@NullMarked
package org.maquete.maas;

import org.jspecify.annotations.NullMarked;
