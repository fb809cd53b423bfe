/**
 * Recorded answers of ovn-trace, and the model's to the same questions.
 *
 * <p>A recording is a folder: {@code vectors.json} has packets and what became of them, {@code
 * topologies/NAME.json} the objects of Neutron with short names of ports and what routers have
 * learnt, {@code nb/NAME.json} the northbound rows that were written for them. The recorder {@code
 * ovn_trace.py} makes others.
 *
 * <p>Compared are the verdict, ports, fields that were written, translations, the class of a drop,
 * switches and routers. Names of tables are not: they differ between versions of OVN. What
 * ovn-trace does not do as the datapath does is listed in {@link org.maquete.ovn.pipeline}.
 *
 * <p>Sequences of packets are compared with the real datapath: {@code ovn_datapath.py} runs a
 * chassis with dummy devices, puts packets in by their bytes and reads what leaves; {@code
 * sequences.json} has each packet and all that was received, of which the set and every field is
 * compared. A port that SNAT draws is not.
 *
 * <p>Where ovn-trace 23.03 is no reference, its recorder leaves the packet out and counts it by the
 * reason; none of them is a difference of ours. They are:
 *
 * <ul>
 *   <li>a member that meets itself behind a load balancer: {@code chk_lb_hairpin} is never true in
 *       ovn-trace; the datapath turns the packet back with the virtual address as its source, and
 *       so do we (recorded in {@code s2-balanced});
 *   <li>a pair that is a network: ovn-trace compares the whole address; the datapath lets the
 *       network through, and so do we (recorded in {@code s1-connections});
 *   <li>a solicitation that a router makes keeps the protocol and time to live of the packet that
 *       it is for, so that no later table knows it as one;
 *   <li>a solicitation for a router's own address, and a router solicitation: ovn-trace falls;
 *   <li>a question to the DNS responder: {@code dns_lookup} is not implemented in ovn-trace;
 *   <li>copies to a group that meet a router: ovn-trace carries fields written in one to the next,
 *       so only the ports are compared;
 *   <li>the answer to a translated connection: ovn-trace undoes no translation; a sequence does.
 * </ul>
 *
 * <p>No durations. Sources: recordings of OVN 22.03.9 and 23.03.1, and of Open vSwitch 3.1.0.
 */
@NullMarked
package org.maquete.ovn.replay;

import org.jspecify.annotations.NullMarked;
