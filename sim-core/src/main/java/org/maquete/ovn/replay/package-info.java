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
 * <p>No durations. Sources: recordings of OVN 22.03.9 and 23.03.1.
 */
@NullMarked
package org.maquete.ovn.replay;

import org.jspecify.annotations.NullMarked;
