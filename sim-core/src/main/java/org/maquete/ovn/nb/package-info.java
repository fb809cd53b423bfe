/**
 * The northbound database of OVN 22.03: what Neutron's ML2/OVN driver writes and ovn-northd reads.
 *
 * <p>In reality it is an OVSDB with a schema of its own (6.1 in 22.03, 7.0 in 23.03), whose rows
 * name each other by UUIDs. Here a row is an immutable record and names others by their natural
 * keys (a switch {@code neutron-UUID}, a port its Neutron port's UUID, a router port {@code
 * lrp-UUID}); what belongs to one owner alone (a rule, a translation, a route) stands in it.
 *
 * <p>Modelled: switches, their ports, routers, their ports, port groups, address sets, access
 * rules, translations, static routes, load balancers, DHCP options, DNS rows, gateway chassis.
 * {@link org.maquete.ovn.nb.NorthboundReader} reads the operations of an OVSDB transaction.
 *
 * <p>Not modelled: QoS, meters, policies, BFD, copp, mirrors, forwarding groups, load balancer
 * groups, DHCPv6 options, templates, interconnection. A table that is not modelled is said by the
 * reader.
 *
 * <p>No durations. Sources: ovn-nb(5) of OVN 22.03; rows recorded as ML2/OVN yoga writes them.
 */
@NullMarked
package org.maquete.ovn.nb;

import org.jspecify.annotations.NullMarked;
