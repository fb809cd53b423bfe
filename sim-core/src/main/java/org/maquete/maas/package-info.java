/**
 * MAAS 3.5: it owns the machines of the rack, installs systems on them and assigns addresses.
 *
 * <p><b>In reality</b> a machine that boots from a network of MAAS is enlisted (New), commissioned
 * (Ready), allocated by constraints, deployed and released, tested, repaired or marked broken in
 * between. For most of that it boots an ephemeral system, which works and reports. MAAS watches by
 * deadlines and heartbeats only: whatever happens to the machine, it fails the operation when
 * nothing is heard.
 *
 * <p><b>Modelled</b>: the 23 statuses and the moves MAAS allows ({@link
 * org.maquete.maas.NodeStatus}, enforced, all pairs against MAAS's table), with the status it
 * remembers; enlisting, commissioning, testing, erasing and release, rescue mode, broken and fixed,
 * lock, abort, delete, each in steps with MAAS's messages; allocation among Ready machines by tags,
 * zone, pool, architecture, threads, memory, name, id, disks and ports, the cheapest first (threads
 * + memory in GiB, so {@code tags=compute} gives the smallest such machine), ties named; deployment
 * with its deadline, beginning anew when power returns before it; power by a management controller
 * that may be gone or want another password ({@link org.maquete.maas.PowerHandler}): MAAS then goes
 * back to the status before, which is what an operator finds after a deploy that did nothing; the
 * believed power state, asked every five minutes; tags, by hand or by an XPath expression over what
 * lshw says ({@link org.maquete.maas.MaasView}), zones, pools, fabrics, VLANs, spaces, users;
 * several subnets, each with DHCP range and reserved ranges; no boot from the network without a
 * cable, without DHCP or without a free address of the DHCP range; interfaces ({@link
 * org.maquete.maas.InterfaceView}): ports, bonds, bridges of both types, VLAN interfaces and their
 * links, a machine without any of which cannot be deployed; an address in each linked subnet at the
 * start of a deployment, and for containers when Juju asks; names in the domain {@code maas}; boot
 * images, selected and synced; hardware tests that fail when a part of the machine is broken.
 *
 * <p><b>Simplified</b>: MAAS leaves the order of equally cheap machines to its database; here it is
 * a keyed draw, the same for the same seed. An address is the lowest free one outside gateway, DNS,
 * region controller, DHCP range and reserved ranges (MAAS takes the first of its free ranges; it
 * also avoids addresses it has seen in use by others). A power command that succeeds takes no time;
 * the answer to the request that caused it never waits for it. Where the power type is manual a
 * person switches at once. Deadlines are looked at when they pass, not once a minute. An ephemeral
 * system frees its DHCP address as it ends. All machines are amd64. An enlisted machine keeps the
 * name that it has in the rack, and its power type has to be set. Disk erasing by the disk itself
 * takes as long as erasing only both ends. Aborting switches the status at once. Machines boot from
 * the first subnet. An expression for a tag is looked at when the tag is made and when a machine is
 * commissioned, and takes no time; of the hardware it sees processor, memory, ports and disks, no
 * vendors. A bond lives as long as one port of the machine has its cable. All tests take as long as
 * the usual one.
 *
 * <p><b>Not modelled</b>: custom scripts, results of scripts, pods, tags of disks in storage
 * constraints, IPv6, default gateways, DNS resources other than machines, rack controllers as rows,
 * owners of machines, TLS, the web UI. The command line is {@link org.maquete.maas.client}.
 *
 * <p><b>Durations</b> ({@code ./maquete explain durations}): one span for each step of a
 * deployment, together 6 to 12 minutes with the boot of the machine; commissioning 4 to 8 minutes;
 * erasing by gigabyte; enlisting; downloading an image; a controller that does not answer: all
 * GUESS. From the source: deadline 30 min (node_timeout), 5 min for releasing, none for erasing and
 * for leaving rescue mode; heartbeat every 2 min; power asked every 5 min.
 *
 * <p><b>Sources</b>: canonical/maas branch 3.5 at 051f4f00a1 (node_status.py, node_action.py,
 * models/node.py, models/iprange.py, models/signals/nodes.py, forms/ephemeral.py, api/machines.py,
 * api/nodes.py, metadataserver/api.py, api/interfaces.py, forms/interface.py,
 * forms/interface_link.py, forms/subnet.py, forms/vlan.py, api/users.py,
 * node_constraint_filter_forms.py, status_monitor.py, workflow/power.py, drivers/power/amt.py,
 * maasagent power/service.go); juju/gomaasapi for the order in which Juju sends constraints (the
 * form is encoded sorted by key).
 */
@NullMarked
package org.maquete.maas;

import org.jspecify.annotations.NullMarked;
