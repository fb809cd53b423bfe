/**
 * Answers for people about the network of a run: does this packet arrive, by which way, which line
 * of the runbook made each rule that it met, and if it does not arrive, why and what to type.
 *
 * <p>It models no real program and has no tables. The northbound rows that Neutron's objects make
 * are followed by {@link org.maquete.ovn.pipeline.Tracer}, first packet and answer, with the memory
 * of conntrack between them; guests and the physical network are played here: they ask for MACs,
 * know a default route, and answer. What ovn-trace leaves out comes after that: servers that do not
 * run, hosts that are down, chassis without a bridge mapping ({@code Ground}), gateways that are on
 * their way from a dead chassis to the next ({@code Gateways}).
 *
 * <p>{@link org.maquete.reach.Reach} answers one question, {@link org.maquete.reach.Matrix} all
 * pairs, {@link org.maquete.reach.MatrixDifference} what a change of the plan made of them. The
 * line of a rule is found from the journal when it is asked for; a run keeps nothing for it.
 *
 * <p><b>Simplified</b>: the physical network has its gateway and, outside Neutron's pools, every
 * address of the provider's subnet; its gateway knows the Internet and no network of tenants. A
 * server in which a line of the plan did something has the listeners that {@code guest} knows; any
 * other listens on every port, as nobody has told what runs there. Of a server's ports, the one on
 * the destination's network sends, else the first.
 *
 * <p><b>Not modelled</b>: IPv6, MTU and fragments, laptops behind a VPN or an SSH tunnel, the main
 * host's own NAT, tunnels' loss over time, the age of connections and of learnt MACs (a question is
 * one packet and its answer, within a moment in which neither ages), rules and addresses that were
 * made while northd is dead (they are taken to work).
 *
 * <p>No durations. Sources: those of {@code ovn.pipeline} and {@code neutron.ovn}; facts of ML2/OVN
 * yoga on which chassis carries what.
 */
@NullMarked
package org.maquete.reach;

import org.jspecify.annotations.NullMarked;
