/**
 * The ML2/OVN mechanism driver of neutron-server 20 (Yoga): Neutron's objects as rows of OVN's
 * northbound database.
 *
 * <p><b>In reality</b> the driver writes a row when an object is made, changed or deleted, and a
 * maintenance task repairs what was lost on the way. So the rows follow from Neutron's objects, the
 * driver's options and the chassis that have registered in the southbound database, but for what
 * was drawn when they were made.
 *
 * <p><b>Modelled</b>: {@link org.maquete.neutron.ovn.NorthboundView} makes all rows of a world when
 * it is asked for them and keeps none: switches, provider segments, ports with port security, the
 * localports of the metadata agents, DHCP options, routers, gateways with their route, SNAT and
 * chassis, extra routes, floating addresses (centralised or distributed), allowed address pairs and
 * the virtual ports that they name, security groups (stateful or not) with the group that drops
 * all. The options are those of the charms {@code neutron-api-plugin-ovn} and {@code neutron-api};
 * the chassis are the units of {@code ovn-chassis}.
 *
 * <p><b>Gateways</b>: scheduled in order of creation, each on the least loaded of the candidates,
 * as the real scheduler does. The real one breaks ties by the order of a Python set; here they are
 * drawn for the gateway's port and the chassis. A chassis that comes later takes part in all
 * choices, where the real one adds it behind those that were chosen.
 *
 * <p><b>Programs</b>: {@code ovn-nbctl} ({@code show}, {@code ls-list}, {@code lr-list}) and {@code
 * ovn-sbctl show} on units of ovn-central, through {@code juju ssh}. Only the leader of a database
 * answers without {@code --no-leader-only}; without a majority nobody does.
 *
 * <p><b>Where a gateway is</b>: on the chassis of the highest priority that the others hear by BFD.
 * One whose host, network or switch dies is noticed in 2.4 to 3.05 s; the next one then claims its
 * gateways and tells the physical network by gratuitous ARP; when it is back it claims them again,
 * as OVN always prefers the highest priority. Without a majority of the southbound database nobody
 * can claim anything, which was measured: then gateways stay with the dead until it is back. An
 * ovn-controller that died moves nothing, nor does a bridge without mapping or card.
 *
 * <p><b>Simplified</b>: a session of BFD with all others stands for those with each; a stopped
 * ovn-controller has died without a word, where {@code systemctl stop} takes its chassis, tunnels
 * and gateways away at once; while a gateway returns, nothing is lost, where up to a second was
 * measured.
 *
 * <p><b>Simplified</b>: ids of segments, MACs of floating addresses and of DHCP servers are drawn
 * from the id of what they belong to; a network without a metadata port in Neutron's table has one
 * here; revision numbers are those after creation.
 *
 * <p><b>Not modelled</b>: DNS records, extra DHCP options, IPv6, QoS, port forwarding, external and
 * VTEP ports, availability zones, what the Octavia provider writes.
 *
 * <p><b>Durations</b>: see {@link org.maquete.neutron.ovn.OvnControllers}. Sources: neutron yoga,
 * {@code plugins/ml2/drivers/ovn/mech_driver/ovsdb/ ovn_client.py}, {@code common/ovn/acl.py},
 * {@code scheduler/l3_ovn_scheduler.py}; rows recorded as the driver writes them.
 */
@NullMarked
package org.maquete.neutron.ovn;

import org.jspecify.annotations.NullMarked;
