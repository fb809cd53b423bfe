/**
 * Neutron 20 (Yoga) with ML2/OVN: networks, subnets, routers, ports, floating addresses, security
 * groups.
 *
 * <p>In reality neutron-server checks what it is asked against its database, writes it there and
 * into OVN's northbound database; ovn-controller on each chassis then makes flows of it, and the
 * port becomes ACTIVE. The charm neutron-api renders which physical networks may be flat ({@code
 * flat-network-providers}; unset disables them) and the quotas.
 *
 * <p>Modelled: the objects with the checks that Neutron makes, in its words: physical networks,
 * overlapping ranges, pools and gateways, addresses in use or used up, quotas, what cannot be
 * deleted while in use, floating addresses without a way from outside. Addresses of servers,
 * gateways and floating addresses are drawn among the first 1000 free ones, as neutron's IPAM does;
 * the metadata port takes the first. A port that is bound to a host whose ovn-chassis is there
 * becomes ACTIVE after a moment, unless its ovn-controller is stopped (the binding fails at once,
 * where the real one notices a silent agent after 75 s). Without an active northd, or without a
 * majority of the southbound database, it stays DOWN until they are back; rules and addresses that
 * are made in the meantime are taken to work at once, which is simplified. The default security
 * group of a project appears with the first thing that the project makes. Routers take extra
 * routes, ports allowed address pairs, groups may be stateless.
 *
 * <p>Simplified: a floating address has no port of its own; the order of checks within one request
 * is that of the recorded refusals; one address per port; {@code revision_number} does not count.
 * Not modelled: IPv6, names of ports, subnet pools, address scopes, trunks, QoS, RBAC beyond {@code
 * --share}, {@code --disable}, VLAN ranges (the charm's {@code vlan-ranges} is taken as it stands).
 * What packets meet is {@code ovn}'s.
 *
 * <p>Durations: see {@link org.maquete.neutron.NeutronSubsystem}. Sources: neutron
 * unmaintained/yoga (db_base_plugin_v2, ipam_pluggable_backend, l3_db, type_flat.py),
 * charm-neutron-api stable/yoga; all texts recorded from neutron 21.0.0 and python-openstackclient
 * 6.0.0 on loopback.
 */
@NullMarked
package org.maquete.neutron;

import org.jspecify.annotations.NullMarked;
