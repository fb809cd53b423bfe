/**
 * The logical pipeline of OVN 22.03: what becomes of a packet that a port sends.
 *
 * <p>In reality ovn-northd writes logical flows of some 30 tables for each switch and router, and
 * ovn-controller makes OpenFlow of them on every chassis; ovn-trace follows a packet through the
 * logical ones. Here the northbound rows become look-ups ({@link
 * org.maquete.ovn.pipeline.NetworkCompiler}), asked in the order of the tables ({@code
 * SwitchStages}, {@code RouterStages}). A change makes again only the switch, the router or the set
 * of addresses that it touches.
 *
 * <p>Modelled, in IPv4 and IPv6: port security; access rules with conntrack, stateless rules, rules
 * that reject, groups and address sets; the responders of ARP, ND and DHCPv4; look-up of MACs,
 * floods, unknown addresses; localnet ports; routing, static routes, next hops that are known,
 * learnt or asked for; several routes of one prefix; SNAT, DNAT, floating addresses (centralised
 * and distributed), the loop of a router to itself; load balancers of switches and routers, with
 * hairpin; echoes, errors and refusals of routers; disabled ports and routers.
 *
 * <p>Over time: a {@link org.maquete.ovn.pipeline.Session} remembers connections, the ports that
 * SNAT took, and what routers have learnt, so that answers find their way back and a packet waits
 * for the MAC of its next hop. Nothing times out in it; windows of TCP, and the translation of what
 * an error quotes, are left out.
 *
 * <p>Simplified: to a {@link org.maquete.ovn.pipeline.Tracer} conntrack is what the asker says,
 * look-up by look-up; the physical layer (chassis, tunnels, bridge mappings, fail-over) is left
 * out, as in ovn-trace; a load balancer's member and one of several routes are chosen by the asker.
 * The DNS responder lets a question pass, as a packet has no name to ask for.
 *
 * <p>Not modelled, and said when a packet comes to it: matches of other fields, SCTP aborts. Not
 * modelled, and not seen: DHCPv6, router advertisements, multicast snooping, policies, QoS, gateway
 * routers, more than one gateway port a router, fragments, {@code reside-on-redirect-chassis}.
 *
 * <p>Where ovn-trace 23.03 and the datapath differ, the datapath is followed: allowed pairs that
 * are networks, the source of a hairpin.
 *
 * <p>No durations. Sources: northd.c, ovn-trace.c and ovn-northd(8) of OVN 22.03 and 23.03; answers
 * of ovn-trace; packets received from Open vSwitch 3.1.0's userspace datapath under OVN 23.03.1.
 */
@NullMarked
package org.maquete.ovn.pipeline;

import org.jspecify.annotations.NullMarked;
